import fc from 'fast-check'
import {
  began,
  idsFor,
  type Verification,
  type VerificationWish,
  verifyWave,
} from './verification-world.ts'

const logOf = (size: number) => Math.ceil(Math.log2(Math.max(1, size)))
const sizes = Array.from({ length: 64 }, (_, i) => i + 1)

/** The whole may be checked twice, any other tree once. */
function expectNoTreeTwice({ runs }: Verification, [whole = '']: readonly string[] = runs): void {
  const twice = runs.filter((ids, i) => runs.indexOf(ids) < i)
  expect(twice).toEqual(twice.length > 0 ? [whole] : [])
}

/** These and nobody else, each with the log of a tree that is red with it. */
function expectPutOut(
  { integration, ejected, landed }: Verification,
  culprits: readonly string[],
  all: readonly string[],
  reason = /^red with /,
): void {
  expect([...ejected].sort()).toEqual([...culprits].sort())
  expect(landed).toEqual(without(all, culprits))
  expect(integration.flaky).toBeUndefined()
  expect(integration.ejected.map((one) => one.reason).filter((one) => !reason.test(one))).toEqual(
    [],
  )
}

function without(all: readonly string[], some: readonly string[]): readonly string[] {
  return all.filter((id) => !some.includes(id))
}

describe('one culprit among N', () => {
  test('costs at most ⌈log2 N⌉ + 4 runs, for each N and each culprit', async () => {
    const most = new Map<number, number>()
    for (const size of sizes) {
      for (const bad of idsFor(size)) {
        const found = await verifyWave({ tasks: size, red: redWith([bad]) })
        expectPutOut(found, [bad], idsFor(size))
        expectNoTreeTwice(found)
        most.set(size, Math.max(most.get(size) ?? 0, found.runs.length))
      }
    }
    const expected = sizes.map((size) => [size, size === 1 ? 3 : logOf(size) + 4] as const)
    expect([...most]).toEqual(expected)
  })

  test('costs one less where the base is known to be green', async () => {
    for (const size of [1, 2, 3, 7, 8, 33]) {
      for (const bad of idsFor(size)) {
        const request = { tipIsGreen: true }
        const found = await verifyWave({ tasks: size, red: redWith([bad]), request })
        expectPutOut(found, [bad], idsFor(size))
        expectNoTreeTwice(found)
        expect(found.runs.length).toBeLessThanOrEqual(logOf(size) + 3)
        expect(found.runs).not.toContain('')
      }
    }
  })

  test('also with suspects, wherever they and it are', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 1, max: 64 }),
        fc.nat(63),
        fc.array(fc.nat(63), { maxLength: 64 }),
        async (size, at, suspects) => {
          const bad = `t${at % size}`
          const steps = Object.fromEntries(suspects.map((i) => [`t${i}`, 'task-lines'] as const))
          const found = await verifyWave({ tasks: size, red: redWith([bad]), steps })
          expectPutOut(found, [bad], idsFor(size))
          expect(found.runs.length).toBeLessThanOrEqual(logOf(size) + 4)
          expectNoTreeTwice(found)
        },
      ),
      { numRuns: 300 },
    )
  })

  test('also with several checks at once, in fewer rounds', async () => {
    for (const jobs of [2, 3, 5]) {
      for (const size of [1, 2, 3, 5, 6, 8, 17, 64]) {
        for (const bad of [0, size >> 1, size - 1].map((i) => `t${i}`)) {
          const found = await verifyWave({ tasks: size, red: redWith([bad]), request: { jobs } })
          expectPutOut(found, [bad], idsFor(size))
          expect(found.runs.length).toBeLessThanOrEqual(logOf(size) + 4)
          expect(found.atOnce).toBeLessThanOrEqual(jobs)
          expectNoTreeTwice(found)
        }
      }
    }
  })
})

describe('two that are green alone and red together', () => {
  test('cost exactly one of them', async () => {
    for (const size of [2, 3, 4, 5, 6, 7, 8, 9, 13, 16, 17, 32]) {
      const all = idsFor(size)
      for (let a = 0; a < size; a++) {
        for (let b = a + 1; b < size; b++) {
          const pair = [`t${a}`, `t${b}`]
          const found = await verifyWave({ tasks: size, red: (has) => has(...pair) })
          expectPutOut(found, [`t${b}`], all, /red with /)
          expect(found.runs.length).toBeLessThanOrEqual(logOf(size) + 4)
          expectNoTreeTwice(found)
        }
      }
    }
  })
})

describe('several culprits', () => {
  const wave = fc.integer({ min: 1, max: 64 }).chain((size) =>
    fc.record({
      size: fc.constant(size),
      bad: fc.uniqueArray(fc.nat(size - 1), { minLength: 1, maxLength: Math.min(6, size) }),
      suspects: fc.array(fc.nat(size - 1), { maxLength: 5 }),
      jobs: fc.integer({ min: 1, max: 4 }),
    }),
  )

  test('cost about k times as much, and nobody else is put out', async () => {
    await fc.assert(
      fc.asyncProperty(wave, async ({ size, bad, suspects, jobs }) => {
        const culprits = bad.map((i) => `t${i}`).sort()
        const found = await verifyWave({
          tasks: size,
          red: redWith(culprits),
          steps: Object.fromEntries(suspects.map((i) => [`t${i}`, 'task-file'] as const)),
          request: { jobs },
        })
        expectPutOut(found, culprits, idsFor(size))
        expect(found.runs.length).toBeLessThanOrEqual(bad.length * (logOf(size) + 4))
      }),
      { numRuns: 500 },
    )
  })

  test('each is kept open with its own log', async () => {
    const found = await verifyWave({ tasks: 8, red: (has) => has('t2') || has('t5') })
    expect(found.integration.ejected.map(({ result, reason }) => [result.id, reason])).toEqual([
      ['t2', 'red with t0 t1 t2'],
      ['t5', 'red with t0 t1 t3 t4 t5'],
    ])
    expectNoTreeTwice(found)
  })

  test('random ones that need each other to break: what lands is green', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 2, max: 24 }),
        fc.array(fc.uniqueArray(fc.nat(23), { minLength: 1, maxLength: 3 }), { maxLength: 4 }),
        async (size, groups) => {
          const sets = groups.map((group) => group.map((i) => `t${i % size}`))
          const red: VerificationWish['red'] = (has) => sets.some((set) => has(...set))
          const { landed, ejected } = await verifyWave({ tasks: size, red })
          expect(red?.((...ids) => ids.every((id) => landed.includes(id)), landed)).toBe(false)
          expect([...landed, ...ejected].sort()).toEqual([...idsFor(size)].sort())
          // Put back, any of them would break it.
          for (const id of ejected) {
            expect(
              red?.((...ids) => ids.every((one) => one === id || landed.includes(one)), []),
            ).toBe(true)
          }
        },
      ),
      { numRuns: 300 },
    )
  })
})

describe('a task that conflicts only where another is missing', () => {
  test('is requeued when that one is put out, the rest lands', async () => {
    const found = await verifyWave({
      tasks: 8,
      red: (has) => has('t3'),
      conflicts: (id, has) => id === 't6' && !has('t3'),
    })
    expect(found.ejected).toEqual(['t3'])
    expect(found.requeued).toEqual(['t6'])
    expect(found.landed).toEqual(['t0', 't1', 't2', 't4', 't5', 't7'])
  })

  test('and is the culprit itself: the innocent one lands', async () => {
    const found = await verifyWave({
      tasks: 8,
      red: (has) => has('t6'),
      conflicts: (id, has) => id === 't6' && !has('t7'),
      steps: { t6: 'task-lines' },
    })
    expect(found.requeued).toEqual(['t6'])
    expect(found.landed).toEqual(without(idsFor(8), ['t6']))
    expect(found.ejected).toEqual([])
  })

  test('a culprit that conflicts itself, put back among the good ones, is requeued', async () => {
    const found = await verifyWave({
      tasks: 4,
      red: (has) => has('t1') && !has('t2', 't3'),
      conflicts: (id, has) => (id === 't1' && has('t0')) || (id === 't3' && !has('t1')),
    })
    const all = [...found.landed, ...found.ejected, ...found.requeued]
    expect(all.sort()).toEqual(['t0', 't1', 't2', 't3'])
  })

  test('nobody is forgotten, whoever conflicts with whom', async () => {
    const some = fc.uniqueArray(fc.nat(7), { maxLength: 3 })
    await fc.assert(
      fc.asyncProperty(
        some,
        fc.array(fc.tuple(fc.nat(7), fc.nat(7), fc.boolean())),
        async (bad, pairs) => {
          const found = await verifyWave({
            tasks: 8,
            red: redWith(bad.map((i) => `t${i}`)),
            conflicts: (id, has) =>
              pairs.some(
                ([one, other, isThere]) => id === `t${one}` && has(`t${other}`) === isThere,
              ),
          })
          const all = [...found.landed, ...found.ejected, ...found.requeued]
          expect(all.sort()).toEqual(idsFor(8))
          expect(found.landed.filter((id) => bad.some((i) => id === `t${i}`))).toEqual([])
          expect(found.ejected.filter((id) => !bad.some((i) => id === `t${i}`))).toEqual([])
        },
      ),
      { numRuns: 500 },
    )
  })
})

describe('chance', () => {
  test('a red that is green the second time puts nobody out, and is named', async () => {
    const found = await verifyWave({ tasks: 4, lies: (run) => run === 1 })
    expect(found.landed).toEqual(['t0', 't1', 't2', 't3'])
    expect(found.runs).toEqual(['t0 t1 t2 t3', 't0 t1 t2 t3'])
    expect(found.integration.flaky).toEqual([
      {
        tree: 'tree of t0 t1 t2 t3',
        ids: ['t0', 't1', 't2', 't3'],
        reason: 'red with t0 t1 t2 t3',
      },
    ])
    expect(found.events.filter(({ is }) => is === 'flaky')).toHaveLength(1)
  })

  const culprits = (size: number) => [[], ...idsFor(size).map((id) => [id])]

  test('one red by chance, anywhere, puts no innocent out unless it is named', async () => {
    for (const size of [1, 2, 3, 4, 5, 7, 8, 13, 16, 33]) {
      for (const bad of culprits(size)) {
        for (let lie = 1; lie <= 2 * logOf(size) + 8; lie++) {
          const found = await verifyWave({
            tasks: size,
            red: redWith(bad),
            lies: (run) => run === lie,
          })
          expectFair(found, bad)
          expect(found.ejected.filter((id) => !bad.includes(id))).toEqual([])
        }
      }
    }
  })

  test('neither do two, where there are siblings to try it with', async () => {
    for (const size of [2, 3, 4, 5, 7, 8, 13]) {
      for (const bad of culprits(size)) {
        const most = 2 * logOf(size) + 8
        for (let one = 1; one <= most; one++) {
          for (let two = one + 1; two <= most; two++) {
            const lies = (run: number) => run === one || run === two
            expectFair(await verifyWave({ tasks: size, red: redWith(bad), lies }), bad)
          }
        }
      }
    }
  })
})

describe('checks that are red by chance, one time in fifty', () => {
  test('put no innocent out unnamed in a thousand waves', async () => {
    const chance = createChance(7)
    for (let wave = 0; wave < 1000; wave++) {
      const size = 2 + Math.floor(chance() * 15)
      const bad = idsFor(size).filter(() => chance() < 0.1)
      const lies = () => chance() < 0.02
      expectFair(await verifyWave({ tasks: size, red: redWith(bad), lies }), bad)
    }
  })
})

describe('more jobs', () => {
  test('ask for the base and the first half while the whole is run again', async () => {
    const wish = { tasks: 4, red: redWith(['t2']) }
    const { runs, atOnce } = await verifyWave({ ...wish, request: { jobs: 3 } })
    expect(runs).toEqual(['t0 t1 t2 t3', ...['t0 t1 t2 t3', '', 't0 t1'], 't0 t1 t2', 't0 t1 t3'])
    expect(atOnce).toBe(3)
  })

  test('with runs to spare divide by more than two', async () => {
    const request = { jobs: 3, spare: 9, tipIsGreen: true }
    const { runs } = await verifyWave({ tasks: 16, red: redWith(['t6']), request })
    const sizes = runs.map((ids) => ids.split(' ').length)
    expect(sizes).toEqual([16, 16, 4, 8, 12, 5, 6, 7, 15])
  })
})

describe('out of time', () => {
  const deadline = (seconds: number) => new Date(began.getTime() + seconds * 1000)

  test('what is proved lands, the rest is neither landed nor blamed', async () => {
    const request = { deadline: deadline(55) }
    const found = await verifyWave({ tasks: 8, red: redWith(['t6']), seconds: 10, request })
    expect(found.runs.map((ids) => ids.split(' ').length)).toEqual([8, 8, 1, 4, 6])
    expect(found.landed).toEqual(['t0', 't1', 't2', 't3', 't4', 't5'])
    expect(found.integration).toMatchObject({
      checks: 'passed',
      ejected: [],
      unverified: [{ id: 't6' }, { id: 't7' }],
    })
    expect(found.requeued).toEqual([])
  })

  test('before anything is proved, nothing lands', async () => {
    const request = { deadline: deadline(-1) }
    const found = await verifyWave({ tasks: 2, request })
    expect([found.runs, found.landed]).toEqual([[], []])
    expect(found.integration).toMatchObject({
      ...{ checks: 'none', ejected: [], unverified: [{ id: 't0' }, { id: 't1' }] },
      batch: { to: '', merged: [], requeued: [] },
    })
  })

  test('ends a run that goes on too long', async () => {
    const request = { deadline: deadline(0.05) }
    const found = await verifyWave({ tasks: 2, hangs: true, request })
    expect(found.integration).toMatchObject({ checks: 'none', unverified: [{}, {}] })
  })
})

describe('on_red: stop', () => {
  const request = { onRed: 'stop' } as const

  test('lands nothing, blames nobody and says why', async () => {
    const { integration, runs } = await verifyWave({ tasks: 4, red: redWith(['t1']), request })
    expect(runs).toHaveLength(2)
    expect(integration).toEqual({
      from: '',
      batch: { to: '', merged: [], requeued: [] },
      ...{ ejected: [], checks: 'failed', stopped: 'red with t0 t1 t2 t3' },
    })
  })

  test('does not stop for a red by chance', async () => {
    const { landed } = await verifyWave({ tasks: 2, lies: (run) => run === 1, request })
    expect(landed).toEqual(['t0', 't1'])
  })
})

describe('a base that is red', () => {
  test('is asked once more where workers have seen green', async () => {
    const wish = { tasks: 2, red: redWith(['t0']), green: ['t1'], lies: (run: number) => run === 3 }
    const { runs, ejected, integration } = await verifyWave(wish)
    expect(runs.slice(2, 4)).toEqual(['', ''])
    expect(ejected).toEqual(['t0'])
    expect(integration.flaky).toMatchObject([{ ids: [], reason: 'red with nothing' }])
  })

  test('is believed where nobody has', async () => {
    const { integration, runs } = await verifyWave({ tasks: 2, red: () => true })
    expect(runs).toEqual(['t0 t1', 't0 t1', ''])
    expect(integration.redBase).toEqual('red with nothing')
  })
})

/** Always the same numbers from 0 to 1. */
function createChance(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1103515245 + 12345) % 2147483648
    return state / 2147483648
  }
}

function redWith(bad: readonly string[]): NonNullable<VerificationWish['red']> {
  return (_, ids) => ids.some((id) => bad.includes(id))
}

/** No innocent is put out unnamed, and nothing bad lands. */
function expectFair({ integration, landed }: Verification, bad: readonly string[]): void {
  const wronged = integration.ejected.filter(({ result }) => !bad.includes(result.id))
  const isTried = landed.length > 1
  expect(wronged.filter(({ reason }) => isTried && !reason.includes('flaky'))).toEqual([])
  expect(landed.filter((id) => bad.includes(id))).toEqual([])
}
