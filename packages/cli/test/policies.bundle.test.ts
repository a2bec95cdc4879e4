import { aRepository, type Wavefront } from './wavefront.ts'

let repository: Wavefront
beforeEach(() => {
  repository = aRepository({
    tasks: [{ id: 't-1' }, { id: 't-2' }],
    files: { 'list.txt': 'first\nsecond\nthird\n' },
  })
})
afterEach(() => repository.remove())

const agent = `sed -i "2s/.*/by $WAVEFRONT_TASK_ID/" list.txt`
const run = ['run', '--agent', agent, '--jobs', '2', '--json']
const feature = 'wavefront/tasks'

interface Report {
  readonly end: string
  readonly tasks: readonly { readonly id: string; readonly attempts: readonly { end: string }[] }[]
}

async function work(
  ...more: readonly string[]
): Promise<Report & { readonly code: number | null }> {
  const { code, stdout } = await repository.wavefront(...run, ...more)
  return { code, ...JSON.parse(stdout) }
}

function ends(report: Report): Record<string, readonly string[]> {
  return Object.fromEntries(
    report.tasks.map(({ id, attempts }) => [id, attempts.map(({ end }) => end)]),
  )
}

test('human: the later task is set aside with its work, and waits for its person', async () => {
  const first = await work('--conflicts', 'human')
  expect({ code: first.code, ...ends(first) }).toEqual({
    ...{ code: 1, 't-1': ['landed'], 't-2': ['set-aside'] },
  })
  expect(repository.read(feature, 'list.txt')).toContain('by t-1')
  expect(repository.read(`${feature}-failed-t-2`, 'list.txt')).toContain('by t-2')
  const ready = await repository.wavefront('run', '--agent', agent, '--conflicts', 'human')
  expect(ready).toMatchObject({ code: 1 })
  expect(ready.stdout).toContain(`merge the branch ${feature}-failed-t-2 into ${feature} by hand`)
  const again = await work('--conflicts', 'theirs')
  expect(again.code).toEqual(0)
  expect(repository.read(feature, 'list.txt')).toContain('by t-2')
})

test('requeue: the later task is done again on top of the other', async () => {
  const report = await work('--conflicts', 'requeue')
  expect({ code: report.code, ...ends(report) }).toEqual({
    ...{ code: 0, 't-1': ['landed'], 't-2': ['requeued', 'landed'] },
  })
})

test('fail: nothing lands, and no attempt is counted', async () => {
  const report = await work('--conflicts', 'fail')
  expect({ code: report.code, end: report.end, ...ends(report) }).toMatchObject({
    ...{ code: 1, end: 'stopped' },
  })
  const branches = repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads')
  expect(branches.split('\n')).toEqual(['main', `${feature}-task-t-1`, `${feature}-task-t-2`])
  const { stdout } = await repository.wavefront('run', '--agent', agent, '--conflicts', 'fail')
  expect(stdout).toContain('task t-2: a line of others would give way to it in list.txt')
  expect(await work()).toMatchObject({ code: 0 })
})

test('on_red: stop lands nothing either, and leaves it to a person', async () => {
  const checks = ['--checks', 'test ! -f t-1.txt -o ! -f t-2.txt']
  const both = ['--agent', 'touch $WAVEFRONT_TASK_ID.txt', '--on-red', 'stop', ...checks]
  const { code, stdout } = await repository.wavefront('run', '--jobs', '2', ...both)
  expect(code).toEqual(1)
  expect(stdout).toContain('nothing of it has landed and no attempt is counted')
  expect(repository.git('branch', '--list', feature)).toEqual('')
})
