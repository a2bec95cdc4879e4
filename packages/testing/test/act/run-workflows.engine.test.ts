import type { RunReport } from '../../src/act/index.ts'
import { describeEngine } from '../../src/engines.ts'
import { openToy, type Toy, toyCaller } from './toy-suite.ts'

describeEngine('act-0.2.87', (act) => {
  let toy: Toy
  afterEach(() => toy.close())

  const start = (inputs: Readonly<Record<string, string>>) =>
    toy.world.start({ workflow: 'toy.yml', inputs, actor: 'octo' })

  test('a run starts the next one until none is left', async () => {
    toy = await openToy(act)
    await start({ tasks: 'one,two', round: '1' })
    const runs = await toy.world.settle()
    expect(
      runs.map(({ conclusion, run }) => [conclusion, run.inputs.round, run.actor.login]),
    ).toEqual([
      ['success', '1', 'octo'],
      ['success', '2', 'github-actions[bot]'],
      ['success', '3', 'github-actions[bot]'],
    ])
    expect(job(runs[0], 'one')?.log).toContain('workflow: Toy\n')
    expect(runs.map(({ artifacts }) => artifacts)).toEqual(
      Array(3).fill(['result-one', 'result-two']),
    )
    expect(conclusions(runs[0])).toEqual({
      'toy / Choose': 'success',
      'toy / one': 'success',
      'toy / two': 'success',
      'toy / Land': 'success',
    })
    expect(toy.github.violations).toEqual([])
  })

  test('a job gets a token for what it declares, and outputs without secrets; the log hides them', async () => {
    toy = await openToy(act, { secrets: { AGENT_ENV: 'KEY=verysecretvalue\nB=zz12345', B: 'tw' } })
    await start({ tasks: 'two' })
    const [run] = await toy.world.settle()
    const [ready, execute] = run?.jobs ?? []
    expect(ready?.log).toBe('the token is ***, octo\nmay dispatch: 403\n')
    expect(ready?.summaries).toEqual(['# 1 tasks\n'])
    // The caller does not hand over B, so "two" may be in an output; "told" has what the step masked.
    expect(ready?.outputs).toEqual({
      count: '1',
      matrix: '{"include":[{"task_id":"two"}]}',
      told: '',
    })
    expect(execute?.log).toMatch(
      /^two sees the caller, prepared in the caller\nagent_env: \*\*\*\n\*\*\*\n/,
    )
  })

  test('a red leg leaves the others and what comes after them alone', async () => {
    toy = await openToy(act)
    await start({ tasks: 'one,bad,three' })
    const [run] = await toy.world.settle()
    expect(run?.conclusion).toBe('failure')
    expect(conclusions(run)).toEqual({
      'toy / Choose': 'success',
      'toy / bad': 'failure',
      'toy / one': 'success',
      'toy / three': 'success',
      'toy / Land': 'success',
    })
    expect(job(run, 'bad')?.annotations).toEqual([
      { level: 'error', title: 'No', message: 'it is bad' },
    ])
    expect(job(run, 'Land')?.log.split('\n')).toEqual([
      'Total of 2 artifact(s) downloaded',
      'result-one: done one',
      'result-three: done three',
      'execute: failure',
      'jobs: toy / Choose=success; toy / Land=null; toy / bad=failure; toy / one=success; toy / three=success',
      '',
    ])
  })

  test('no tasks: the matrix is skipped', async () => {
    toy = await openToy(act)
    await start({ tasks: '' })
    const [run] = await toy.world.settle()
    const unnamed = `toy / \${{ matrix.task_id }}`
    expect(conclusions(run)).toEqual({
      'toy / Choose': 'success',
      [unnamed]: 'skipped',
      'toy / Land': 'success',
    })
    expect(job(run, 'Land')?.log).toContain('execute: skipped')
  })

  test('the steps of a job are those that it says', async () => {
    toy = await openToy(act)
    await start({ tasks: 'one' })
    const [run] = await toy.world.settle()
    expect(job(run, 'one')?.steps.map(({ name, conclusion }) => `${name} ${conclusion}`)).toEqual([
      'Set up job success',
      'wavefront/harness/checkout@v1 success',
      './.github/actions/wavefront-setup success',
      'acme/suite/actions/execute@v1 success',
      'wavefront/harness/upload-artifact@v1 success',
      './.github/actions/wavefront-setup success',
      'Complete job success',
    ])
  })

  test('without a setup action its step is skipped', async () => {
    const path = '.github/actions/wavefront-setup/action.yml'
    toy = await openToy(act, { files: { [path]: null } })
    await start({ tasks: 'one' })
    const [run] = await toy.world.settle()
    expect(job(run, 'one')?.log).toContain('one sees the caller, undefined')
  })

  test('a caller that grants less than is asked for starts nothing', async () => {
    const path = '.github/workflows/toy.yml'
    const stingy = toyCaller[path].replace('      actions: write\n', '')
    toy = await openToy(act, { files: { [path]: stingy } })
    await start({ tasks: 'one' })
    const [run] = await toy.world.settle()
    expect(run).toMatchObject({
      conclusion: 'startup_failure',
      jobs: [],
      complaint: "land asks for 'actions: write', which toy does not grant",
    })
  })

  test('a chain that does not stop is a failure', async () => {
    toy = await openToy(act, { maxRuns: 2 })
    await start({ tasks: '', round: '1' })
    await expect(toy.world.settle()).rejects.toThrow('more than 2 runs')
  })

  test('so is a run that takes too long', async () => {
    toy = await openToy(act, { runTimeLimitMs: 3_000 })
    await start({ tasks: 'slow' })
    await expect(toy.world.settle()).rejects.toThrow(/took too long:[\s\S]*now waiting/)
  })
})

function conclusions(run: RunReport | undefined) {
  return Object.fromEntries((run?.jobs ?? []).map(({ name, conclusion }) => [name, conclusion]))
}

function job(run: RunReport | undefined, name: string) {
  return run?.jobs.find((known) => known.name === `toy / ${name}`)
}
