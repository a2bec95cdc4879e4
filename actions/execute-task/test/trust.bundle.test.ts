import { mkdtempSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import {
  type ActionEnd,
  type HostedWorld,
  hostedWorld,
  taskIssue,
  triedBefore,
} from '@wavefront/testing'
import { checkedOut, epic, execute, logOf, readCommit, shopWith, unpack } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const lines = ({ log }: ActionEnd) => log.split('\n')
const said = (end: ActionEnd) => lines(end).filter((line) => line.startsWith('│'))

describe('what an agent says', () => {
  test('is no command to the runner', async () => {
    const hostile = [
      '::set-output name=outcome::done',
      '::add-mask::a',
      '##[set-env name=PATH]/tmp',
      '  ::error::indented',
      'progress 1%\\r::warning::after a return',
      'x\\0013::stop-commands::tab',
      '\\0033]0;title\\0007::notice::after a title',
    ]
    const prints = hostile.map((line) => `printf '%b\\n' '${line}'`)
    world = await shopWith(`${prints.join('\n')}\necho "::debug::x" >&2\necho bread > bread.txt\n`)
    const end = await execute(world)
    expect(end.code).toBe(0)
    const commands = lines(end).filter((line) => /^\s*::|##\[/.test(line))
    expect(commands.filter((line) => !line.startsWith('::add-mask::ghs_'))).toEqual([
      '::group::Agent',
      '::endgroup::',
    ])
    expect(said(end).toSorted()).toEqual(
      [
        '│ ::set-output name=outcome::done',
        '│ ::add-mask::a',
        '│ # #[set-env name=PATH]/tmp',
        '│   ::error::indented',
        '│ progress 1%',
        '│ ::warning::after a return',
        '│ x',
        '│ ::stop-commands::tab',
        '│ ::notice::after a title',
        '│ ::debug::x',
      ].toSorted(),
    )
  })

  test('is no command where it is the reason of a failure either', async () => {
    world = await shopWith('echo "::set-output name=outcome::done"; echo "##[error]x"; exit 1\n')
    const end = await execute(world)
    const commands = lines(end).filter((line) => /^\s*::|##\[/.test(line))
    expect(commands.filter((line) => !/^::(add-mask::ghs_|group|endgroup)/.test(line))).toEqual([
      expect.stringMatching(/^::error::a did not succeed \(failed\)/),
    ])
  })
})

describe('secrets', () => {
  const secrets = [
    '# for the agent',
    'API_KEY=first-secret',
    '',
    'CERT=a b=c; $(id) second-secret',
  ].join('\r\n')

  test('are masked before anything runs, and reach the agent', async () => {
    world = await shopWith('printf "%s|%s" "$API_KEY" "$CERT" | tr a-z A-Z > got.txt\n')
    const end = await execute(world, { agent_env: secrets })
    const masks = lines(end).filter((line) => line.startsWith('::add-mask::'))
    expect(masks).toEqual(
      expect.arrayContaining([
        '::add-mask::first-secret',
        '::add-mask::a b=c; $(id) second-secret',
      ]),
    )
    expect(lines(end).findLastIndex((line) => line.startsWith('::add-mask::'))).toBeLessThan(
      lines(end).indexOf('::group::Agent'),
    )
    expect(unpack(world, end).read('got.txt')).toBe('FIRST-SECRET|A B=C; $(ID) SECOND-SECRET')
  })

  const hidden = 'sk-of-nobody-123'
  const leaks: Readonly<Record<string, [agent: string, outcome: string, reason: string]>> = {
    'by an agent that fails': ['echo "bad key $API_KEY"; exit 1', 'failed', 'bad key ***'],
    'in the work of one that fails': ['echo "$API_KEY" > a.txt; exit 1', 'failed', 'exit code 1'],
    'in work that is done': ['echo "key: $API_KEY" > a.txt', 'rejected', 'a value of `agent_env`'],
  }
  test.each(Object.entries(leaks))('do not leave the job %s', async (_, [agent, ...expected]) => {
    world = await shopWith(`${agent}\n`)
    const end = await execute(world, { agent_env: `API_KEY=${hidden}` })
    const { body, changes } = unpack(world, end)
    expect([end.outputs.outcome, body]).toEqual([expected[0], expect.stringContaining(expected[1])])
    const { logs = '' } = end.outputs
    const kept = readdirSync(logs).map((name) => readFileSync(join(logs, name), 'utf8'))
    const patch = world.checkout.git('log', '-1', '-p', 'refs/test/result')
    expect([...kept, patch, end.summary].filter((text) => text.includes(hidden))).toEqual([])
    expect(changes).toEqual([])
  })

  test('are not those of the runner', async () => {
    world = await shopWith('env > got.txt\n')
    const end = await execute(world, { agent_env: 'GITHUB_TOKEN=first-secret' })
    expect(end.code).toBe(1)
    expect(end.log).toContain('GITHUB_TOKEN belongs to the runner')
  })

  test('the checks have none of them', async () => {
    world = await shopWith('echo bread > bread.txt\n', {
      config: 'checks: env | grep -e API_KEY -e CERT && exit 1 || exit 0\n',
    })
    expect((await execute(world, { agent_env: secrets })).outputs.outcome).toBe('done')
  })

  test('a line that is none is refused, without being shown', async () => {
    world = await shopWith('echo bread > bread.txt\n')
    const end = await execute(world, { agent_env: 'API_KEY=x1234\nsome-leaked-secret' })
    expect([end.code, end.outputs]).toEqual([1, {}])
    expect(end.log).toContain('agent_env: line 2 is not of the form KEY=VALUE')
    expect(
      lines(end)
        .filter((line) => !line.startsWith('::add-mask'))
        .join(),
    ).not.toContain('leaked')
  })
})

describe("the agent's surroundings", () => {
  test('nothing of the runner, of its inputs or of GitHub is in its environment', async () => {
    world = await shopWith('env | cut -d= -f1 | sort > names.txt; cat >/dev/null\n', {
      config: 'agent_env: [MY_TOOL]\n',
    })
    const env = {
      GITHUB_TOKEN: 'ghs_secret',
      GH_TOKEN: 'ghs_secret',
      ACTIONS_RUNTIME_TOKEN: 'x',
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'x',
      RUNNER_TOOL_CACHE: '/t',
      NODE_OPTIONS: '--no-warnings',
      SOME_SECRET: 'x',
      MY_TOOL: 'hammer',
      LC_ALL: 'C.UTF-8',
    }
    const end = await execute(world, {}, { env })
    expect(unpack(world, end).read('names.txt').trim().split('\n').toSorted()).toEqual([
      'HOME',
      'LC_ALL',
      'MY_TOOL',
      'PATH',
      'PWD',
      'WAVEFRONT_ATTEMPT',
      'WAVEFRONT_PROMPT_FILE',
      'WAVEFRONT_TASK_ID',
      'WAVEFRONT_WAVE',
    ])
  })

  test('nor is the token on the disk', async () => {
    const agent = [
      'temp=$(dirname "$(dirname "$(dirname "$WAVEFRONT_PROMPT_FILE")")")',
      'grep -rlE "ghs_|AUTHORIZATION|eC1hY2Nlc3MtdG9rZW4" "$temp" . ~/.gitconfig 2>/dev/null > ../found.txt',
      'ls "$temp" >> ../looked.txt; git config --local --list > ../config.txt',
      'echo bread > bread.txt',
    ]
    world = await shopWith(`${agent.join('\n')}\n`)
    const workspaces = [join(mkdtempSync(join(world.dir, 'empty-')), 'demo'), checkedOut(world)]
    for (const workspace of workspaces) {
      const end = await execute(world, {}, { workspace })
      expect(end.code).toBe(0)
      const beside = (name: string) => readFileSync(join(workspace, '..', name), 'utf8')
      const own = beside('found.txt')
        .split('\n')
        .filter((path) => path !== '' && !path.endsWith('agent.sh'))
      expect(own).toEqual([])
      expect(beside('looked.txt')).toContain('wavefront-')
      expect(beside('config.txt')).not.toMatch(/extraheader|token|insteadof|credential/i)
    }
  })
})

describe('a job that is cancelled', () => {
  test('ends with everything that the agent has started, and gives no result', async () => {
    const agent = [
      '(trap "" TERM; echo $$ > ../shell.pid; sleep 300 & echo $! > ../sleep.pid; wait) &',
      'echo half > half.txt; sleep 1; echo the agent is at work; sleep 300',
    ]
    world = await shopWith(`${agent.join('\n')}\n`)
    const workspace = join(mkdtempSync(join(world.dir, 'w-')), 'demo')
    const kill = { at: 'the agent is at work', by: 'SIGTERM' } as const
    const end = await execute(world, {}, { workspace, kill })
    expect([end.code, end.outputs]).toEqual([1, {}])
    expect(end.log).toContain('::error::a was cancelled, so it gives no result')
    const pids = readdirSync(join(workspace, '..')).filter((name) => name.endsWith('.pid'))
    expect(pids).toHaveLength(2)
    await sleep(200)
    for (const name of pids)
      expect(isAlive(Number(readFileSync(join(workspace, '..', name), 'utf8')))).toBe(false)
  })

  test('during the setup likewise', async () => {
    world = await shopWith('echo bread > bread.txt\n', {
      config: 'setup: echo setting up; sleep 300\n',
    })
    const kill = { at: 'setting up', by: 'SIGINT' } as const
    const end = await execute(world, {}, { kill })
    expect([end.code, end.outputs]).toEqual([1, {}])
    expect(end.log).toContain('a was cancelled')
  })

  function isAlive(pid: number): boolean {
    try {
      process.kill(pid, 0)
      return !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
    } catch {
      return false
    }
  }
})

describe('publishing a branch', () => {
  const branch = 'opencode/issue-7-task-a'
  const writer = () =>
    world.github.token({
      type: 'github-actions',
      repo: 'octo/demo',
      permissions: { contents: 'write' },
    })
  const tip = () => world.served.git('rev-parse', '--verify', '--quiet', `refs/heads/${branch}`)
  const bake = 'echo bread > bread.txt\n'

  test('pushes the one commit, from each workspace', async () => {
    world = await shopWith(bake)
    for (const workspace of [undefined, checkedOut(world)]) {
      const place = workspace === undefined ? {} : { workspace }
      const end = await execute(world, { publish: 'branch' }, { ...place, token: writer() })
      const { logs, ...outputs } = end.outputs
      expect([end.code, outputs]).toEqual([
        0,
        { outcome: 'done', commit_sha: tip(), task_branch: branch },
      ])
      expect(typeof logs).toBe('string')
    }
    world.checkout.git('fetch', '--quiet', 'origin', branch)
    expect(readCommit(world, tip()).changes).toEqual(['A bread.txt'])
  })

  test('also from a base that no branch ends at any more', async () => {
    world = await shopWith(bake)
    const base_sha = world.checkout.sha('main')
    world.checkout.commit({ 'third.txt': 'later\n' })
    world.checkout.git('push', '--quiet', 'origin', 'main')
    const end = await execute(world, { publish: 'branch', base_sha }, { token: writer() })
    expect([end.code, world.served.git('rev-parse', `${branch}~1`)]).toEqual([0, base_sha])
  })

  test('takes the place of an older result', async () => {
    world = await shopWith(bake)
    const { checkout } = world
    const older = `feat(a): x\n\nWavefront-Task: a\nWavefront-Wave: 1\nWavefront-Attempt: 1\nWavefront-Outcome: failed\n`
    checkout.git(
      'push',
      '--quiet',
      'origin',
      `${checkout.commitOn('main', { x: 'x' }, older)}:refs/heads/${branch}`,
    )
    const end = await execute(world, { publish: 'branch' }, { token: writer() })
    expect([end.code, end.outputs.commit_sha]).toEqual([0, tip()])
  })

  test("leaves a person's branch alone, before the agent has worked for nothing", async () => {
    world = await shopWith(bake)
    const { checkout } = world
    const mine = checkout.commitOn('main', { 'mine.txt': 'mine' })
    checkout.git('push', '--quiet', 'origin', `${mine}:refs/heads/${branch}`)
    const end = await execute(world, { publish: 'branch' }, { token: writer() })
    expect([end.code, end.outputs, tip()]).toEqual([1, {}, mine])
    expect(end.log).toContain(`the branch "${branch}" is not a result of Wavefront`)
    expect(end.log).not.toContain('::group::Agent')
  })

  test('needs a token that may write', async () => {
    world = await shopWith(bake)
    const end = await execute(world, { publish: 'branch' })
    expect(end.code).toBe(1)
    expect(end.log).toMatch(/::error::.*contents: write/)
    expect(end.log).not.toContain('A fault in Wavefront')
  })

  describe('where GitHub does not take a workflow file', () => {
    const agent = 'mkdir -p .github/workflows; echo "on: push" > .github/workflows/x.yml'

    async function published(line: string, config = '') {
      world = await shopWith(`${line}\n`, { config })
      const end = await execute(world, { publish: 'branch' }, { token: writer() })
      const { logs, ...outputs } = end.outputs
      expect([end.code, outputs]).toEqual([
        1,
        { outcome: expect.anything(), commit_sha: tip(), task_branch: branch },
      ])
      expect(logOf(end, 'changes.patch')).toContain('+on: push')
      expect(end.log).not.toContain('A fault in Wavefront')
      world.checkout.git('fetch', '--quiet', 'origin', branch)
      return { ...readCommit(world, tip()), outcome: outputs.outcome, summary: end.summary }
    }

    test('the branch says why the work is rejected, without it', async () => {
      const commit = await published(agent)
      expect([commit.outcome, commit.changes]).toEqual(['rejected', []])
      expect(commit.parents).toEqual([world.checkout.sha('main')])
      expect(commit.subject).toBe('feat(a): Task a')
      expect(commit.trailers).toEqual([
        'Wavefront-Task: a',
        'Wavefront-Wave: 1',
        'Wavefront-Attempt: 1',
        'Wavefront-Outcome: rejected',
        expect.stringMatching(/^Wavefront-Reason: it changes protected paths/),
      ])
      expect(commit.body).toContain('it changes protected paths')
      expect(commit.body).toContain("in `changes.patch`, in the artifact of the task's job")
    })

    test('work that failed for another reason keeps that', async () => {
      const commit = await published(`${agent}; echo no luck; exit 3`)
      expect([commit.outcome, commit.changes]).toEqual(['failed', []])
      expect(commit.body).toContain('no luck')
      expect(commit.body).toContain('in `changes.patch`')
    })

    test('work that is done, where the project allows it, is rejected with what to do', async () => {
      const commit = await published(agent, 'allow_paths: [.github/workflows/**]\n')
      expect([commit.outcome, commit.changes]).toEqual(['rejected', []])
      expect(commit.body).toContain('leave `.github/workflows/` out of the work')
      expect(commit.summary).toContain('rejected')
    })
  })
})

describe('refused before an agent runs', () => {
  const counted = taskIssue('a', { ...triedBefore(1) })
  type Inputs = Record<string, string | number | undefined>
  type Case = [inputs: Inputs, words: string, issues?: readonly object[]]
  const cases: Record<string, Case> = {
    'an attempt that is counted': [{}, 'attempt 1 at a has been counted already', [epic, counted]],
    'a task that is not there': [{ task_id: 'zz' }, 'there is no task zz in the branch beads-sync'],
    'a task that is closed': [
      {},
      'the task a is closed in the store',
      [epic, taskIssue('a', { status: 'closed', closed_at: '2026-01-03T00:00:00Z' })],
    ],
    'an id that is a command': [{ task_id: 'a;rm -rf /' }, '"task_id" is "a;rm -rf /"'],
    'an id that is a path': [{ task_id: '../x' }, '"task_id" is "../x"'],
    'an id that is a lock': [{ task_id: 'x.lock' }, '"task_id" is "x.lock"'],
    'an id that is an option': [{ task_id: '-x' }, '"task_id" is "-x"'],
    'no id': [{ task_id: undefined }, '"task_id" is missing'],
    'a base that is no commit': [{ base_sha: 'main' }, 'write the output `base_sha`'],
    'a base that nobody has': [{ base_sha: 'f'.repeat(40) }, 'fix: '],
    'attempt 0': [{ attempt: 0 }, '"attempt" is "0"'],
    'another way to publish': [
      { publish: 'branches' },
      '"publish" is "branches" (did you mean "branch"?)',
    ],
    'an input with a slip': [{ chekcs: 'true' }, 'unknown input "chekcs" (did you mean "checks"?)'],
  }
  test.each(Object.entries(cases))('%s', async (_, [inputs, words, issues]) => {
    world = await shopWith('echo the agent runs\n', issues && { issues })
    const end = await execute(world, inputs)
    expect([end.code, end.outputs]).toEqual([1, {}])
    expect(end.log).toContain(words)
    expect(end.log).not.toMatch(/A fault in Wavefront|the agent runs/)
  })

  test('no agent', async () => {
    world = await hostedWorld({ config: 'max_tasks: 3\n', issues: [epic, taskIssue('a')] })
    const end = await execute(world)
    expect([end.code, end.outputs]).toEqual([1, {}])
    expect(end.log).toContain('no agent is configured, so nobody can work on a task')
    expect(end.log).toContain("`agent: 'opencode run'`")
  })
})
