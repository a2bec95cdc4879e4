import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type Files,
  type HostedWorld,
  ourComment,
  type WorkedWave,
  type WorkerChoice,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'
import { aAndB, bothLanded, feature, filesOn, nothingYet, shop } from './shop.ts'

let world: HostedWorld
beforeEach(async () => {
  world = await shop()
})
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const bad = { 'bad.txt': 'bad\n' }

describe('a result that is not what was asked for does not land, and the others do', () => {
  const cases: Readonly<Record<string, [worker: () => WorkerChoice, why: string]>> = {
    'of another task': [() => ({ files: bad, task: 'b' }), 'it is of the task b'],
    'of another wave': [() => ({ files: bad, wave: 9 }), 'it is of wave 9, not 1'],
    'of another attempt': [() => ({ files: bad, attempt: 7 }), 'it is of attempt 7, not 1'],
    'on another base': [
      () => ({ files: bad, base: world.checkout.commitOn('main', { 'x.txt': 'x\n' }) }),
      'it starts from',
    ],
    'with a second parent': [
      () => ({ files: bad, parents: [world.checkout.commitOn('main', { 'x.txt': 'x\n' })] }),
      'its commit is not one of a worker',
    ],
    'with an end that there is not': [
      () => ({ files: bad, outcome: 'landed' }),
      'its commit is not one of a worker',
    ],
    'that closes tasks': [
      () => ({ files: { '.beads/issues.jsonl': '' } }),
      'it changes the task store, which only the landing may',
    ],
    'that changes who reviews': [
      () => ({ files: { CODEOWNERS: '* @mallory\n' } }),
      'it changes protected paths',
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [worker, why]) => {
    const wave = await workedWave(world, { ...aAndB, a: worker() })
    const integrated = await wave.integrate()
    const end = await wave.land()
    expect([integrated.code, integrated.outputs.merged]).toEqual([0, '["b"]'])
    expect([end.code, end.outputs.merged, end.outputs.failed]).toEqual([0, '["b"]', '["a"]'])
    expect(whatThereIs(world)).toMatchObject({ landed: ['merge: task b'], closed: ['b'] })
    expect(filesOn(world, feature)).toEqual(['b.txt'])
    expect(ourComment(world)).toContain(why)
  })

  const bytes: Readonly<Record<string, string>> = {
    'no bytes': '',
    'bytes that are no bundle': 'PK\u0003\u0004 this is no bundle',
    'the head of a bundle without its work': '# v2 git bundle\n',
  }
  test.each(Object.entries(bytes))('%s', async (_, content) => {
    const wave = await workedWave(world, aAndB)
    writeFileSync(join(wave.results, 'result-a', 'result.bundle'), content)
    await wave.integrate()
    const end = await wave.land()
    expect([end.code, end.outputs.merged, end.outputs.failed]).toEqual([0, '["b"]', '["a"]'])
    expect(whatThereIs(world).attempts).toEqual({ a: ['1 failed'], b: ['1 landed'] })
    expect(ourComment(world)).toContain('its result cannot be used')
  })

  test('an artifact for a task that nobody asked for is not read', async () => {
    const wave = await workedWave(world, aAndB)
    mkdirSync(join(wave.results, 'result-c'))
    writeFileSync(
      join(wave.results, 'result-c', 'result.bundle'),
      readFileSync(join(wave.results, 'result-a', 'result.bundle')),
    )
    await wave.integrate()
    expect((await wave.land()).code).toBe(0)
    expect(whatThereIs(world)).toEqual(bothLanded)
  })

  test('a worker that left nothing', async () => {
    const wave = await workedWave(world, { b: aAndB.b }, { silent: ['a'] })
    await wave.integrate()
    const end = await wave.land()
    expect([end.code, end.outputs.failed]).toEqual([0, '["a"]'])
    expect(whatThereIs(world)).toMatchObject({
      closed: ['b'],
      attempts: { a: ['1 failed'], b: ['1 landed'] },
    })
    expect(ourComment(world)).toContain('its job ended without a result')
  })
})

describe('a matrix that get-ready-tasks has not made', () => {
  const cases: Readonly<Record<string, [matrix: string, said: string]>> = {
    'no JSON': ['include: []', '"matrix" is "include: []"'],
    'a list': ['["a"]', '"matrix" is ["a"]'],
    'without attempts': ['{"include":[{"task_id":"a"}]}', '"matrix.include[0].attempt" is missing'],
    'an id that is a path': [
      '{"include":[{"task_id":"../x","attempt":1}]}',
      '"matrix.include[0].task_id" is "../x"',
    ],
  }
  test.each(Object.entries(cases))('%s: said in words of ours', async (_, [matrix, said]) => {
    const wave = await workedWave(world, aAndB)
    const end = await wave.integrate({ inputs: { matrix } })
    expect([end.code, end.outputs]).toEqual([1, {}])
    expect(end.log).toContain(`::error::input matrix: ${said}`)
    expect(end.log).toContain('fix: write the output `matrix` of get-ready-tasks as it is')
    expect(end.log).not.toMatch(/Invalid input|expected|A fault in Wavefront/)
  })
})

describe('what the job that verified says is not believed', () => {
  type Told = { merged: string[]; tree?: string; from: string; [key: string]: unknown }

  /** Lands with what was told, changed. */
  async function landTold(change: (told: Told) => unknown) {
    const wave = await workedWave(world, { ...aAndB, c: { 'c.txt': 'c\n' } })
    const { integration = '' } = (await wave.integrate()).outputs
    const told = change(JSON.parse(readFileSync(integration, 'utf8')) as Told)
    writeFileSync(integration, typeof told === 'string' ? told : JSON.stringify(told))
    return wave.land()
  }

  const tree = () => world.served.git('rev-parse', 'main^{tree}')
  const cases: Readonly<Record<string, [change: (told: Told) => unknown, said: string]>> = {
    'another tree': [(told) => ({ ...told, tree: tree() }), 'is what was verified'],
    'a task left out of the same tree': [
      (told) => ({ ...told, merged: ['a', 'b'] }),
      'is what was verified',
    ],
    'a task that nobody worked on': [
      (told) => ({ ...told, merged: ['a', 'b', 'shop'] }),
      'is what was verified',
    ],
    'an id that is a path': [
      (told) => ({ ...told, merged: ['../../main'] }),
      '("integration.merged[0]" is "../../main"), so nothing is landed',
    ],
    'a commit that is an option': [
      (told) => ({ ...told, from: '--upload-pack=evil' }),
      '("integration.from" is "--upload-pack=evil"), so',
    ],
    'a text that is no JSON': [() => '{', 'has written (it is no JSON), so'],
    'a list': [() => [], 'has written ("integration" is []), so'],
  }
  test.each(Object.entries(cases))('%s: nothing lands', async (_, [change, said]) => {
    const end = await landTold(change)
    expect(end.code).toBe(1)
    expect(end.log).toContain(said)
    expect(end.log).not.toContain('A fault in Wavefront')
    expect(whatThereIs(world)).toEqual(nothingYet)
  })

  test('that nothing was merged: nothing lands, nothing is counted, and the loop ends', async () => {
    const end = await landTold(({ tree: _, ...told }) => ({ ...told, merged: [] }))
    expect([end.code, end.outputs.next_wave, end.outputs.closed]).toEqual([0, 'stopped', '[]'])
    expect(whatThereIs(world)).toMatchObject({
      landed: [],
      closed: [],
      attempts: {},
      dispatched: [],
    })
    expect(ourComment(world)).toContain('this wave neither landed a task nor counted an attempt')
  })

  async function verifiedThen(swap: (wave: WorkedWave) => void) {
    const wave = await workedWave(world, aAndB)
    await wave.integrate()
    swap(wave)
    return wave.land()
  }

  test('another result than the one that was verified', async () => {
    const end = await verifiedThen((wave) => exchange(wave, { 'a.txt': 'a\n', ...bad }))
    expect(end.code).toBe(1)
    expect(end.log).toContain('is what was verified, so nothing has been landed')
    expect(whatThereIs(world)).toEqual(nothingYet)
  })

  test('no result any more', async () => {
    const end = await verifiedThen(({ results }) => rmSync(results, { recursive: true }))
    expect(end.code).toBe(1)
    expect(whatThereIs(world)).toEqual(nothingYet)
  })

  /** In the place of what `a` gave. */
  function exchange({ results, base }: WorkedWave, files: Files): void {
    const { checkout } = world
    const trailers =
      'Wavefront-Task: a\nWavefront-Wave: 1\nWavefront-Attempt: 1\nWavefront-Outcome: done'
    const commit = checkout.commitOn(base, files, `feat(a): Task a\n\n${trailers}\n`)
    checkout.git('update-ref', 'refs/wavefront/result', commit)
    const file = join(results, 'result-a', 'result.bundle')
    checkout.git('bundle', 'create', '--quiet', file, 'refs/wavefront/result', `^${base}`)
  }
})
