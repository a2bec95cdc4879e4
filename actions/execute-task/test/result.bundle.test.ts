import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type HostedWorld, oddName, taskIssue } from '@wavefront/testing'
import { checkedOut, epic, execute, logOf, shopWith, unpack } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const trailers = (outcome: string, attempt = 1) => [
  'Wavefront-Task: a',
  'Wavefront-Wave: 1',
  `Wavefront-Attempt: ${attempt}`,
  `Wavefront-Outcome: ${outcome}`,
]

test('the one commit, the bundle and what is told', async () => {
  world = await shopWith('echo bread > bread.txt\nrm second.txt\n', {
    config: 'checks: test -f bread.txt\n',
  })
  const end = await execute(world)
  const commit = unpack(world, end)
  expect([end.code, end.outputs]).toEqual([
    0,
    {
      outcome: 'done',
      commit_sha: commit.sha,
      bundle: expect.stringMatching(/\/result\.bundle$/),
      logs: expect.stringMatching(/\/logs$/),
    },
  ])
  expect({ ...commit, sha: '', body: '', read: undefined }).toEqual({
    sha: '',
    body: '',
    read: undefined,
    parents: [world.checkout.sha('main')],
    author: 'Wavefront <wavefront@localhost> / Wavefront <wavefront@localhost>',
    subject: 'feat(a): Task a',
    trailers: trailers('done'),
    changes: ['A bread.txt', 'D second.txt'],
  })
  const bundle = world.checkout.git('bundle', 'list-heads', end.outputs.bundle ?? '')
  expect(bundle).toBe(`${commit.sha} refs/wavefront/result`)
  expect(readdirSync(end.outputs.logs ?? '').toSorted()).toEqual([
    'a.1.log',
    'a.1.prompt.md',
    'changes.patch',
  ])
  expect(logOf(end, 'changes.patch')).toContain('+bread')
  expect(end.summary).toContain('2 files changed')
})

describe('both workspaces work', () => {
  test('one that actions/checkout has filled', async () => {
    world = await shopWith('echo bread > bread.txt\n')
    const workspace = checkedOut(world)
    const end = await execute(world, {}, { workspace })
    expect([end.code, unpack(world, end).changes]).toEqual([0, ['A bread.txt']])
  })

  test('an empty one', async () => {
    world = await shopWith('git log --format=%s > log.txt; git status --short >> log.txt\n')
    const end = await execute(world)
    expect(end.code).toBe(0)
    expect(unpack(world, end).read('log.txt')).toBe('a commit\n?? log.txt\n')
  })

  test('one in a directory with spaces and umlauts', async () => {
    world = await shopWith('echo bread > bread.txt\n')
    const end = await execute(world, {}, { workspace: join(world.dir, 'Mein schöner Laden') })
    expect([end.code, unpack(world, end).changes]).toEqual([0, ['A bread.txt']])
  })

  test('one with another commit checked out, changes and leftovers in it', async () => {
    world = await shopWith('echo bread > bread.txt\n')
    const workspace = checkedOut(world)
    writeFileSync(join(workspace, 'second.txt'), 'changed by another step\n')
    writeFileSync(join(workspace, 'left.txt'), 'by another step\n')
    world.checkout.commit({ 'third.txt': 'later\n' })
    world.checkout.git('push', '--quiet', 'origin', 'main')
    const commit = unpack(world, await execute(world, {}, { workspace }))
    expect(commit.parents).toEqual([world.checkout.sha('main')])
    expect(commit.changes).toEqual(['A bread.txt'])
  })
})

describe('each outcome has its result', () => {
  type Case = [agent: string, config: string, outcome: string, reason: RegExp, changes: string[]]
  const cases: Record<string, Case> = {
    'an agent that fails': [
      'echo half > half.txt\necho "cannot bake" >&2\nexit 3\n',
      '',
      'failed',
      /^the agent ended with exit code 3\ncannot bake$/,
      ['A half.txt'],
    ],
    'an agent that is ended': ['kill -9 $$\n', '', 'failed', /SIGKILL|exit code 137/, []],
    'an agent that does nothing': [
      'echo I have done it all\n',
      '',
      'no-changes',
      /^the agent ended without changing a file$/,
      [],
    ],
    'checks that are red': [
      'echo bread > bread.txt\n',
      'checks: "echo the bread is burnt; exit 2"\n',
      'failed',
      /^the checks ended with exit code 2\n(.*\n)*the bread is burnt$/,
      ['A bread.txt'],
    ],
    'conflict markers': [
      "printf '<<<<<<< ours\\na\\n=======\\nb\\n>>>>>>> theirs\\n' > bread.txt\n",
      '',
      'failed',
      /^the agent left conflict markers in bread\.txt$/,
      ['A bread.txt'],
    ],
    'a protected path': [
      'mkdir -p .github/workflows; echo "on: push" > .github/workflows/x.yml\n',
      '',
      'rejected',
      /^it changes protected paths .*: \.github\/workflows\/x\.yml$/,
      ['A .github/workflows/x.yml'],
    ],
    'a file of 5 MB': [
      'head -c 5242880 /dev/zero > big.bin\n',
      '',
      'rejected',
      /^files are larger than 5000 KiB \(`max_file_kb`\): big\.bin$/,
      ['A big.bin'],
    ],
    'settings that git cannot read': [
      'echo bread > bread.txt; echo "[oops" >> .git/config\n',
      '',
      'failed',
      /^the repository's settings were broken, \.git\/config cannot be read any more \(git: .*bad config/,
      ['A bread.txt'],
    ],
    'settings of a git to come': [
      'echo bread > bread.txt; git config core.repositoryformatversion 99\n',
      '',
      'failed',
      /^the repository's settings were broken, .*Expected git repo version/,
      ['A bread.txt'],
    ],
    'settings that are gone': [
      'echo bread > bread.txt; rm .git/config; mkdir .git/config\n',
      '',
      'failed',
      /^the repository's settings were broken, \.git\/config is gone/,
      ['A bread.txt'],
    ],
    'a setup that fails': [
      'echo bread > bread.txt\n',
      'setup: "echo x > setup.txt; echo no oven here; exit 4"\n',
      'failed',
      /^the setup ended with exit code 4\nno oven here$/,
      [],
    ],
  }
  test.each(Object.entries(cases))('%s', async (_, [agent, config, outcome, reason, changes]) => {
    world = await shopWith(agent, { config })
    const end = await execute(world)
    expect([end.code, end.outputs.outcome]).toEqual([1, outcome])
    const commit = unpack(world, end)
    expect(commit.sha).toBe(end.outputs.commit_sha)
    expect(commit.parents).toEqual([world.checkout.sha('main')])
    expect(commit.changes).toEqual(changes)
    expect(commit.trailers.slice(0, 4)).toEqual(trailers(outcome))
    expect(commit.body.split('\n\nWavefront-Task')[0]).toMatch(reason)
    expect(end.log).toContain(`::error::a did not succeed (${outcome})`)
    expect(end.log).not.toContain('A fault in Wavefront')
  })

  test('an agent that takes too long', async () => {
    world = await shopWith('echo half > half.txt; sleep 300\n', {
      config: 'agent_timeout: 1\nchecks_timeout: 1\n',
    })
    // A minute is the least that can be configured: the action's clock runs thirty times as fast.
    const fast =
      'const wait=setTimeout;globalThis.setTimeout=(work,ms,...rest)=>wait(work,ms/30,...rest)'
    const NODE_OPTIONS = `--import=data:text/javascript,${encodeURIComponent(fast)}`
    const end = await execute(world, {}, { env: { NODE_OPTIONS } })
    expect([end.code, end.outputs.outcome]).toEqual([1, 'timed-out'])
    expect(unpack(world, end).changes).toEqual(['A half.txt'])
    expect(unpack(world, end).body).toMatch(/^the agent took longer than 60 s/)
  })
})

describe('what an agent does with git plays no part', () => {
  test('its commits, branches, tags and index are squashed', async () => {
    const agent = [
      'git config user.name Mallory; git config user.email m@example.org',
      'git switch -qc mine; echo one > one.txt; git add .; git commit -qm one',
      'git tag v1; git switch -q --orphan other; echo two > two.txt; git add .; git commit -qm two',
      'git checkout -q mine; echo three > three.txt; git update-index --skip-worktree second.txt',
      'echo changed > second.txt; git update-ref refs/wavefront/result HEAD; rm -f .git/wavefront-index',
    ]
    world = await shopWith(`${agent.join('\n')}\n`)
    const end = await execute(world)
    const commit = unpack(world, end)
    expect(commit.changes).toEqual(['M second.txt', 'A one.txt', 'A three.txt'].toSorted(byPath))
    expect(commit.parents).toEqual([world.checkout.sha('main')])
    expect(commit.author).toBe('Wavefront <wavefront@localhost> / Wavefront <wavefront@localhost>')
  })

  const byPath = (a: string, b: string) => (a.slice(2) < b.slice(2) ? -1 : 1)

  test('its hooks, filters and attributes run nothing of ours', async () => {
    const agent = [
      'mkdir -p .git/hooks .git/info; printf "#!/bin/sh\\ntouch ../hooked\\n" > .git/hooks/post-commit',
      'chmod +x .git/hooks/post-commit; cp .git/hooks/post-commit .git/hooks/reference-transaction',
      'git config core.fsmonitor "touch ../monitored"; git config core.hooksPath .git/hooks',
      'echo bread > bread.txt',
    ]
    world = await shopWith(`${agent.join('\n')}\n`)
    const workspace = join(world.dir, 'w', 'demo')
    const end = await execute(world, {}, { workspace })
    expect([end.code, unpack(world, end).changes]).toEqual([0, ['A bread.txt']])
    expect(readdirSync(join(world.dir, 'w'))).toEqual(['demo'])
  })

  test.each(['.git', '"$PWD"'])('an agent that deletes %s fails with words', async (what) => {
    world = await shopWith(`rm -rf ${what}\n`)
    const end = await execute(world)
    expect([end.code, end.outputs]).toEqual([1, {}])
    expect(end.log).toContain('::error::the agent has deleted the repository that it worked in')
  })

  test('the task store stays out, whatever it writes there', async () => {
    world = await shopWith('echo "{}" >> .beads/issues.jsonl; echo bread > bread.txt\n')
    expect(unpack(world, await execute(world)).changes).toEqual(['A bread.txt'])
  })
})

describe('setup', () => {
  test('what it makes is not the work, and what it changes is put back', async () => {
    const setup =
      'echo tool > tool.txt; mkdir -p deps; echo d > deps/d.txt; echo changed > second.txt; rm README.md'
    world = await shopWith('cat tool.txt deps/d.txt second.txt README.md > seen.txt\n', {
      config: `setup: "${setup}"\nchecks: test -f tool.txt\n`,
    })
    const end = await execute(world)
    const commit = unpack(world, end)
    expect([end.code, commit.changes]).toEqual([0, ['A seen.txt']])
    expect(commit.read('seen.txt')).toBe('tool\nd\na second commit\na world\n')
    expect(logOf(end, 'setup.log')).toBe('')
  })

  test('what a step before has made stays, too', async () => {
    world = await shopWith('cat made.txt > seen.txt\n')
    const workspace = checkedOut(world)
    writeFileSync(join(workspace, 'made.txt'), 'by wavefront-setup\n')
    expect(unpack(world, await execute(world, {}, { workspace })).changes).toEqual(['A seen.txt'])
  })

  test("the input wins over the configuration's, and is folded in the log", async () => {
    world = await shopWith('cat tool.txt > seen.txt\n', { config: 'setup: exit 1\n' })
    const end = await execute(world, { setup: 'echo mine | tee tool.txt' })
    expect([end.code, unpack(world, end).read('seen.txt')]).toEqual([0, 'mine\n'])
    expect(end.log).toContain('::group::Setup\n│ mine\n::endgroup::\n')
  })

  test("the project's own actions are read by nobody here", async () => {
    const action = 'runs: { using: composite, steps: [{ run: "touch ran.txt", shell: sh }] }\n'
    world = await shopWith('ls > seen.txt\n', {
      files: { '.github/actions/wavefront-setup/action.yml': action },
    })
    expect(unpack(world, await execute(world)).read('seen.txt')).not.toContain('ran.txt')
  })
})

describe('odd trees', () => {
  test('names with spaces, umlauts and line breaks', async () => {
    world = await shopWith('mv -- "$(printf \'%s\' -*)" "Neuer Näme.txt"; printf x > "a\nb.txt"\n')
    const commit = unpack(world, await execute(world))
    expect(commit.changes.toSorted()).toEqual(
      [`D ${oddName}`, 'A Neuer Näme.txt', 'A a\nb.txt'].toSorted(),
    )
  })

  test('a repository in the repository counts as a directory', async () => {
    const made = 'mkdir app; cd app; git init -q .; echo x > x.txt; git add .; '
    const commit = 'git -c user.name=x -c user.email=x@x commit -qm x\n'
    world = await shopWith(made + commit)
    expect(unpack(world, await execute(world)).changes).toEqual(['A app/x.txt'])
  })

  test('submodules stay as they are', async () => {
    world = await shopWith('echo bread > bread.txt\n')
    const { checkout } = world
    const at = checkout.sha('main')
    checkout.git('update-index', '--add', '--cacheinfo', `160000,${at},vendor/lib`)
    mkdirSync(join(checkout.dir, 'vendor/lib'), { recursive: true })
    checkout.write({
      '.gitmodules': '[submodule "vendor/lib"]\n\tpath = vendor/lib\n\turl = ../x\n',
    })
    checkout.git('add', '.gitmodules')
    checkout.git('commit', '--quiet', '-m', 'a submodule')
    checkout.git('push', '--quiet', 'origin', 'main')
    for (const workspace of [checkedOut(world), join(world.dir, 'empty')]) {
      const commit = unpack(world, await execute(world, {}, { workspace }))
      expect(commit.changes).toEqual(['A bread.txt'])
    }
  })

  test('links and executable files', async () => {
    world = await shopWith('ln -s /etc/passwd link; echo "#!/bin/sh" > run; chmod +x run\n')
    const { sha } = unpack(world, await execute(world))
    const listed = world.checkout.git('ls-tree', sha, 'link', 'run')
    expect(listed.split('\n').map((line) => line.slice(0, 6))).toEqual(['120000', '100755'])
  })
})

describe('the prompt', () => {
  const prompt =
    'cat > prompt.md; cmp prompt.md "$WAVEFRONT_PROMPT_FILE" && env | grep ^WAVEFRONT_ | sort > facts.txt\n'

  test('holds the task, the issue, the epic, the rules and the last failure', async () => {
    const record = { wave: 1, attempt: 1, end: 'failed', at: '2026-01-02T00:00:00Z', seconds: 3 }
    const notes = `Mind the crust.\n[wavefront] ${JSON.stringify({ ...record, reason: 'burnt at 300°' })}`
    const brief = { description: 'Bake bread.', acceptance_criteria: 'It smells.', notes }
    world = await shopWith(prompt, {
      issues: [epic, taskIssue('a', brief)],
      config: 'model: big\n',
    })
    const end = await execute(world, { attempt: 2, wave: 2 })
    const commit = unpack(world, end)
    const text = commit.read('prompt.md')
    for (const part of [
      '# Task a: Task a',
      'issue #7',
      'Bake bread.',
      'It smells.',
      'Mind the crust.',
      'The whole shop',
      'Sell bread.',
      'this is attempt 2',
      'burnt at 300°',
      'Do not commit, merge, push or switch branches.',
    ])
      expect(text).toContain(part)
    expect(commit.read('facts.txt').replace(/(FILE=).*/, '$1…')).toBe(
      'WAVEFRONT_ATTEMPT=2\nWAVEFRONT_MODEL=big\nWAVEFRONT_PROMPT_FILE=…\nWAVEFRONT_TASK_ID=a\nWAVEFRONT_WAVE=2\n',
    )
    expect(logOf(end, 'a.2.prompt.md')).toBe(text)
  })

  test('names the checks that it is judged by', async () => {
    world = await shopWith(prompt, { config: 'checks: test -f prompt.md\n' })
    const text = unpack(world, await execute(world)).read('prompt.md')
    expect(text).toContain('Your work counts when this command succeeds: `test -f prompt.md`')
  })

  test('and a script of checks as a whole', async () => {
    world = await shopWith(prompt, { config: 'checks: [test -f prompt.md, "true"]\n' })
    const text = unpack(world, await execute(world)).read('prompt.md')
    expect(text).toContain('## Checks\n\n```\nset -e\n(\ntest -f prompt.md\n)\n(\ntrue\n)\n```\n')
  })

  test('is text and nothing else', async () => {
    const title =
      // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
      'x\n::set-output name=outcome::done\n$(touch /tmp/was-here) `id` | ${{ x }}\n\nWavefront-Task: z'
    world = await shopWith(prompt, {
      issues: [epic, taskIssue('a', { title, description: title })],
    })
    const end = await execute(world)
    const { subject, trailers: lines } = unpack(world, end)
    expect([end.code, subject.split('\n').length, lines]).toEqual([0, 1, trailers('done')])
    expect(spawnSync('test', ['-e', '/tmp/was-here']).status).toBe(1)
    expect(end.log.split('\n').filter((line) => line.startsWith('::set-output'))).toEqual([])
  })
})
