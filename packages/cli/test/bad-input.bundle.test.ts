import { spawn } from 'node:child_process'
import { symlinkSync, writeFileSync } from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { aRepository, type TaskLine, writesOwnFile } from './wavefront.ts'

const agent = ['--agent', writesOwnFile]
const one: TaskLine[] = [{ id: 't-1' }]

describe('bad input gets a clear error, exit code 2, and nothing is changed', () => {
  test.each<[string, Parameters<typeof aRepository>[0], string[], string[]]>([
    [
      'no agent',
      { tasks: one },
      ['run'],
      ['--agent: nobody to work on the tasks', "--agent 'opencode run'"],
    ],
    [
      'an agent that is not installed',
      { tasks: one },
      ['run', '--agent', 'no-such-agent --fast'],
      ['--agent: there is no program "no-such-agent"', 'install it'],
    ],
    [
      'checks that do not exist',
      { tasks: one },
      ['run', ...agent, '--checks', 'no-such-check'],
      ['--checks: there is no program "no-such-check"'],
    ],
    [
      'an unknown option',
      { tasks: one },
      ['run', ...agent, '--job', '3'],
      ["unknown option '--job'", 'Did you mean --jobs?'],
    ],
    ['no workers', { tasks: one }, ['run', ...agent, '--jobs', '0'], ['whole number from 1 to 64']],
    ['an unknown command', {}, ['rum'], ["unknown command 'rum'", 'Did you mean run?']],
    [
      'a repository without commits',
      { empty: true },
      ['run', ...agent],
      ['no commits yet', 'git add -A && git commit'],
    ],
    ['neither a store nor a plan', {}, ['run', ...agent], ['no tasks here', '--from FILE']],
    [
      'a plan that does not exist',
      {},
      ['run', ...agent, '--from', 'plan.md'],
      ['plan.md: the plan cannot be read (ENOENT'],
    ],
    [
      'a branch name that is an option',
      { tasks: one },
      ['run', ...agent, '--branch=--force'],
      ['--branch: "--force" is not a branch name'],
    ],
    [
      'a base that does not exist',
      { tasks: one },
      ['run', ...agent, '--base', 'nowhere'],
      ['--base: there is no commit "nowhere"'],
    ],
    [
      'an epic that does not exist',
      { tasks: one },
      ['run', ...agent, '--epic', 'x'],
      ['--epic: there is no epic "x"'],
    ],
    [
      'broken lines in the store, all of them',
      { files: { '.beads/issues.jsonl': '{"id":\n<<<<<<< HEAD\n' } },
      ['run', ...agent],
      ['2 problems', '.beads/issues.jsonl:1', '.beads/issues.jsonl:2'],
    ],
    [
      'a circle in the store, with its path',
      {
        tasks: [
          { id: 'a-1', after: ['a-3'] },
          { id: 'a-2', after: ['a-1'] },
          { id: 'a-3', after: ['a-2'] },
        ],
      },
      ['run', ...agent],
      ['a-1 → a-3 → a-2 → a-1'],
    ],
    ...['a..b', 'x.lock', '-rf', '$(id)', 'y'.repeat(200)].map(
      (id): [string, Parameters<typeof aRepository>[0], string[], string[]] => [
        `the id ${id.slice(0, 20)} in a store`,
        { tasks: [{ id: 't-1' }, { id }] },
        ['run', ...agent],
        ['.beads/issues.jsonl:2', 'not safe as a branch name'],
      ],
    ),
    [
      'the id of a task in a plan',
      { files: { 'plan.json': '{"title":"P","tasks":[{"id":"$(id)","title":"T"}]}' } },
      ['run', ...agent, '--from', 'plan.json'],
      ['plan.json:1', '"$(id)" is not safe as a branch name'],
    ],
    [
      'a plan with three faults, all of them',
      {
        files: {
          'plan.json': JSON.stringify({
            title: 'P',
            tasks: [
              { id: 'login', title: 'A', depends_on: ['logn'] },
              { id: 'logout', title: 'B', depends_on: ['logout'] },
            ],
          }),
        },
      },
      ['run', ...agent, '--from', 'plan.json'],
      ['depends on "logn", which does not exist', 'task "logout" depends on itself'],
    ],
    [
      'a store that is newer than known',
      { files: { '.beads/metadata.json': '{"backend":"quantum"}', '.beads/issues.jsonl': '' } },
      ['run', ...agent],
      ['quantum'],
    ],
    [
      'a question that nobody can answer',
      { tasks: one },
      ['run', ...agent, '--approve'],
      ['--approve asks on a terminal'],
    ],
    [
      'waves of a run that has none',
      { tasks: one },
      ['run', ...agent, '--schedule', 'rolling', '--max-waves', '3'],
      ['--max-waves counts waves'],
    ],
  ])('%s', async (_, wish, args, said) => {
    const repository = aRepository(wish)
    const before = repository.picture()
    const { code, stdout, stderr } = await repository.wavefront(...args)
    for (const words of said) expect(stderr).toContain(words)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(repository.picture()).toBe(before)
    repository.remove()
  })

  test('a dirty checkout: what is not committed would be missing for the workers', async () => {
    const repository = aRepository({ tasks: one })
    repository.write({ 'new file.txt': 'x' })
    const before = repository.picture()
    const { code, stderr } = await repository.wavefront('run', ...agent)
    expect(stderr).toContain('changes that are not committed: new file.txt')
    expect(stderr).toContain('git stash --include-untracked')
    expect(code).toBe(2)
    expect(repository.picture()).toBe(before)
    repository.remove()
  })

  test('two runs at once in the same repository', async () => {
    const repository = aRepository({ tasks: one })
    const first = repository.start('run', '--agent', `sleep 3; ${writesOwnFile}`)
    await until(() => repository.picture().includes('worktrees'))
    const { code, stderr } = await repository.wavefront('run', ...agent)
    expect(stderr).toContain(
      `another run is at work in this repository (process ${first.child.pid}`,
    )
    expect(code).toBe(2)
    expect((await first.ended).code).toBe(0)
    repository.remove()
  })

  test.each([
    ['a file', (dir: string) => writeFileSync(join(dir, '.wavefront'), 'mine')],
    ['a link to somewhere else', (dir: string) => symlinkSync(tmpdir(), join(dir, '.wavefront'))],
  ])('.wavefront is %s', async (_, make) => {
    const repository = aRepository({ tasks: one, files: { '.gitignore': '.wavefront\n' } })
    make(repository.dir)
    const before = repository.picture()
    const { code, stderr } = await repository.wavefront('run', ...agent)
    expect(stderr).toContain('it is no plain folder')
    expect(code).toBe(2)
    expect(repository.picture()).toBe(before)
    repository.remove()
  })

  test.each([
    ['a branch stands where a folder of branches must be', 'wavefront'],
    ['branches stand below the feature branch', 'wavefront/tasks/mine'],
    ['a branch of the user has the name of a result', 'wavefront/tasks-task-t-1'],
    ['a branch of the user has the name of failed work', 'wavefront/tasks-failed-t-1'],
  ])('%s: found before an agent works', async (_, branch) => {
    const repository = aRepository({ tasks: one })
    repository.branch(branch)
    const before = repository.picture()
    const { code, stdout, stderr } = await repository.wavefront('run', ...agent)
    expect(stderr).toContain(branch)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(repository.picture()).toBe(before)
    repository.remove()
  })

  test('the same repository from another of its worktrees, at once', async () => {
    const repository = aRepository({ tasks: one })
    const other = join(repository.dir, '..', 'other')
    repository.git('worktree', 'add', '--quiet', '-b', 'other', other)
    const first = repository.start('run', '--agent', `sleep 3; ${writesOwnFile}`)
    await until(() => repository.picture().includes('.wavefront/worktrees'))
    const { code, stderr } = await repository.wavefrontIn(other, 'run', ...agent)
    expect(stderr).toContain('another run is at work in this repository')
    expect(code).toBe(2)
    expect((await first.ended).code).toBe(0)
    repository.remove()
  })

  test('a lock that a crashed run left behind is no obstacle', async () => {
    const dead = spawn('true')
    await new Promise((resolve) => dead.on('close', resolve))
    const repository = aRepository({ tasks: one })
    const host = hostname()
    repository.write({ '.git/wavefront.lock': `${dead.pid} ${host}\n` })
    expect((await repository.wavefront('run', ...agent)).code).toBe(0)
    repository.remove()
  })
})

async function until(isTrue: () => boolean): Promise<void> {
  for (let tries = 0; !isTrue(); tries++) {
    if (tries > 200) throw new Error('waited in vain')
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}
