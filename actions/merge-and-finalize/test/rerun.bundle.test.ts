import { type HostedWorld, whatThereIs, workedWave } from '@wavefront/testing'
import { aAndB, bothLanded, config, feature, push, pushOnto, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

async function landed() {
  const wave = await workedWave(world, aAndB)
  await wave.integrate()
  expect((await wave.land()).code).toBe(0)
  return wave
}

describe('the job that lands, after it has landed everything', () => {
  test('changes nothing; the next wave is asked for again', async () => {
    world = await shop()
    const wave = await landed()
    const before = world.served.git('for-each-ref')
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave, end.outputs.closed]).toEqual([0, 'dispatched', '[]'])
    expect(world.served.git('for-each-ref')).toBe(before)
    const [dispatched] = bothLanded.dispatched
    expect(whatThereIs(world)).toEqual({ ...bothLanded, dispatched: [dispatched, dispatched] })
  })

  test('the run that was asked for twice does no work twice', async () => {
    world = await shop()
    const wave = await landed()
    await wave.land()
    const [second, third] = world.github.runs.all.filter(({ actor }) => actor.type === 'Bot')
    const last = await world.wave({ run: second?.id ?? 0 })
    const more = await world.wave({ run: third?.id ?? 0 })
    expect([last.land?.outputs.next_wave, [...last.tasks.keys()]]).toEqual(['complete', ['c']])
    expect([more.land?.outputs.next_wave, [...more.tasks.keys()]]).toEqual(['complete', []])
    expect(whatThereIs(world)).toMatchObject({
      landed: [...bothLanded.landed, 'merge: task c'],
      attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
      pulls: bothLanded.pulls,
      comments: ['Complete · 3/3 tasks landed'],
    })
  })

  test('when somebody has pushed onto it since', async () => {
    world = await shop()
    const wave = await landed()
    pushOnto(world, feature, { 'x.txt': 'x\n' })
    const before = world.served.git('for-each-ref')
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(world.served.git('for-each-ref')).toBe(before)
  })

  test('when the next wave has landed since', async () => {
    world = await shop()
    const wave = await landed()
    await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    const before = world.served.git('for-each-ref')
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'complete'])
    expect(world.served.git('for-each-ref')).toBe(before)
    expect(whatThereIs(world).comments).toEqual(['Complete · 3/3 tasks landed'])
  })

  test('when the branch was deleted since: nothing is brought back', async () => {
    world = await shop()
    const wave = await landed()
    world.served.git('update-ref', '-d', `refs/heads/${feature}`)
    const end = await wave.land()
    expect([end.code, whatThereIs(world).branches]).toEqual([1, ['beads-sync']])
    expect(end.log).toContain('run the whole workflow again')
  })
})

describe('a wave of which one task failed', () => {
  const failing = `agent: 'cat >/dev/null; echo "$WAVEFRONT_ATTEMPT" > "$WAVEFRONT_TASK_ID.txt"; test "$WAVEFRONT_TASK_ID$WAVEFRONT_ATTEMPT" != b1'\n`

  test('the failed jobs alone, run again after the landing: the leg refuses, and what there is stays', async () => {
    world = await shop({ config: failing })
    const first = await world.wave()
    expect([first.tasks.get('b')?.code, first.land?.code]).toEqual([1, 0])
    const before = world.served.git('for-each-ref')
    const { wave, base_sha, branch, matrix } = first.ready.outputs
    const shared = { issue_number: 7, wave, base_sha, branch }
    const leg = await world.job('execute', {
      run: first.id,
      inputs: { ...shared, task_id: 'b', attempt: 1 },
    })
    expect([leg.code, leg.outputs]).toEqual([1, {}])
    expect(leg.log).toContain('attempt 1 at b has been counted already')
    expect(leg.log).toContain('run the whole workflow again, not only this job')
    const merging = { ...shared, matrix, results: world.results(first.id) }
    const integrate = await world.job('integrate', {
      run: first.id,
      inputs: { ...merging, phase: 'integrate' },
    })
    const { integration } = integrate.outputs
    const land = await world.job('land', {
      run: first.id,
      inputs: { ...merging, phase: 'land', integration },
    })
    expect([integrate.code, land.code, land.outputs.next_wave]).toEqual([0, 0, 'dispatched'])
    expect(world.served.git('for-each-ref')).toBe(before)
    expect(whatThereIs(world).attempts).toEqual({ a: ['1 landed'], b: ['1 failed'] })
  })

  test('the whole run, run again: the next wave, with results of the old one left aside', async () => {
    world = await shop({ config: failing })
    const first = await world.wave()
    // A runner of one's own may keep what an earlier attempt of the same run has downloaded.
    const again = await world.wave({ run: first.id })
    expect([...again.tasks].map(([id, { code }]) => [id, code])).toEqual([
      ['b', 0],
      ['c', 0],
    ])
    expect([again.land?.code, again.land?.outputs.next_wave]).toEqual([0, 'complete'])
    expect(whatThereIs(world)).toMatchObject({
      landed: ['merge: task a', 'merge: task b', 'merge: task c'],
      attempts: { a: ['1 landed'], b: ['1 failed', '2 landed'], c: ['1 landed'] },
      pulls: bothLanded.pulls,
      comments: ['Complete · 3/3 tasks landed'],
    })
  })
})

test('an old result on a task branch, of an attempt that was counted, is not merged', async () => {
  world = await shop({ config: `${config}max_attempts: 3\n` })
  const wave = await workedWave(world, { b: { files: { 'b.txt': 'b\n' }, outcome: 'failed' } })
  await wave.integrate()
  await wave.land()
  const old = await workedWave(world, { b: { 'old.txt': 'old\n' } })
  push(world, `${feature}-task-b`, old.commits.get('b') ?? '')
  const next = await world.wave()
  expect([...next.tasks.keys()]).toEqual(['a', 'b'])
  expect(whatThereIs(world).attempts).toEqual({ a: ['1 landed'], b: ['1 failed', '2 landed'] })
  expect(world.served.git('ls-tree', '-r', '--name-only', feature)).not.toContain('old.txt')
})
