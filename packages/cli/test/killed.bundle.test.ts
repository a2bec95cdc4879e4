import { readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { aRepository, type Ended, type Wavefront, writesOwnFile } from './wavefront.ts'

/** All that a run of two tasks, one after the other, does to the repository and its store. */
const effects = [
  'git worktree remove',
  'git worktree add',
  'sh',
  'git add',
  'git write-tree',
  'git update-ref',
  'git update-ref',
  'rename issues.jsonl',
  'rename index',
  'git read-tree',
  'git clean',
  'sh',
  'git add',
  'git write-tree',
  'git update-ref',
  'git update-ref',
  'rename issues.jsonl',
  'git worktree remove',
]
/** After one is before the next. */
const points = [
  ...effects.map((name, at) => [`before ${at + 1}, ${name}`, at + 1, 'before'] as const),
  [`after ${effects.length}, ${effects.at(-1)}`, effects.length, 'after'] as const,
]

const feature = 'wavefront/tasks'
let repository: Wavefront
beforeEach(() => {
  repository = aRepository({ tasks: [{ id: 't-1' }, { id: 't-2', after: ['t-1'] }] })
})
afterEach(() => repository.remove())

function run(env: Readonly<Record<string, string>> = {}): Promise<Ended> {
  const preload = { NODE_OPTIONS: `--import ${resolve('packages/cli/test/kill-at.mjs')}` }
  const { NODE_OPTIONS: before } = process.env
  Object.assign(process.env, preload, env)
  const { ended } = repository.start('run', '--jobs', '1', '--agent', writesOwnFile)
  Object.assign(process.env, { NODE_OPTIONS: before })
  for (const name of Object.keys(env)) delete process.env[name]
  return ended
}

function there() {
  const lines = (text: string) => text.split('\n').filter((line) => line !== '')
  const branches = lines(repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/'))
  const log = ['log', '--first-parent', '--reverse', '--format=%s']
  const store = readFileSync(join(repository.dir, '.beads/issues.jsonl'), 'utf8')
  const issues = lines(store).map((line) => JSON.parse(line) as Issue)
  return {
    branches,
    landed: branches.includes(feature) ? lines(repository.git(...log, `main..${feature}`)) : [],
    closed: issues.filter(({ status }) => status === 'closed').map(({ id }) => id),
    attempts: issues.map(({ notes = '' }) =>
      [...notes.matchAll(/"end":"(\w+)"/g)].map(([, end]) => end),
    ),
    changed: lines(repository.git('status', '--porcelain', '--untracked-files=all')),
    worktrees: lines(repository.git('worktree', 'list')).length,
  }
}

interface Issue {
  readonly id: string
  readonly status: string
  readonly notes?: string
}

const done = {
  branches: ['main', feature],
  landed: ['merge: task t-1', 'merge: task t-2'],
  closed: ['t-1', 't-2'],
  attempts: [['landed'], ['landed']],
  changed: [' M .beads/issues.jsonl'],
  worktrees: 1,
}

test('unhurt, it does all of this', async () => {
  const log = join(repository.dir, '..', 'effects')
  expect((await run({ EFFECTS_LOG: log })).code).toBe(0)
  expect(readFileSync(log, 'utf8').trim().split('\n')).toEqual(effects)
  expect(there()).toEqual(done)
})

test.each(points)('killed %s, and run again', async (_, at, when) => {
  expect((await run({ KILL_AT: String(at), KILL_WHEN: when })).code).toBe(null)
  const { landed, closed } = there()
  expect(closed.filter((id) => !landed.includes(`merge: task ${id}`))).toEqual([])
  const again = await run()
  expect([again.code, again.stderr]).toEqual([0, expect.not.stringContaining('rror')])
  expect(there()).toEqual(done)
  expect(repository.paths(feature)).toEqual(expect.arrayContaining(['t-1.txt', 't-2.txt']))
})
