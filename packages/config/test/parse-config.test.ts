import { unwrap } from '@wavefront/errors'
import { type Config, defaultProtectedPaths, parseConfig } from '../src/index.ts'

const defaults = {
  agentEnv: [],
  agentTimeout: 60,
  checksEnv: [],
  checksTimeout: 30,
  maxParallel: 5,
  maxTasks: 20,
  maxAttempts: 2,
  maxWaves: 20,
  timeoutMinutes: 120,
  runsOn: 'ubuntu-latest',
  store: 'auto',
  storeBranch: 'beads-sync',
  bdVersion: '1.3.0',
  updateBase: 'each_wave',
  conflicts: 'theirs',
  overlap: 'merge',
  keepInserts: false,
  onRed: 'bisect',
  protectedPaths: [...defaultProtectedPaths],
  allowPaths: [],
  maxChangedFiles: 300,
  maxDeletedFiles: 50,
  maxFileKb: 5000,
  ciWorkflows: [],
}

function read(text: string | undefined): Config {
  return unwrap(parseConfig(text))
}

function faults(text: string): string[] {
  const config = parseConfig(text)
  if (config.ok) throw new Error(`this was accepted: ${text}`)
  return config.problems.map(({ what, where = '' }) => `${where.split(':')[1]}: ${what}`)
}

describe('what is left out', () => {
  test.each([
    ['no file', undefined],
    ['an empty file', ''],
    ['comments alone', '# nothing yet\n'],
    ['an empty document', '---\n'],
  ])('%s: the defaults', (_, text) => {
    expect(read(text)).toEqual(defaults)
  })
})

test('everything said', () => {
  const text = `
agent: opencode run
model: anthropic/claude-sonnet-4-5
agent_env: [ANTHROPIC_API_KEY]
agent_timeout: 80
checks:
  - npm run lint # quick
  - npm test
checks_env: [_A1]
checks_timeout: 20
setup: |
  npm ci
  npm run build
max_parallel: 256
max_tasks: 1
max_attempts: 20
max_waves: 1000
timeout_minutes: 120
runs_on: { group: builders, labels: [self-hosted, linux] }
store: embedded
store_branch: none
bd_version: 1.10.0
update_base: never
conflicts: human
max_overwritten_lines: 0
overlap: serialise
keep_inserts: true
resolver: mergiraf
on_red: stop
protected_paths: ['infra/**']
allow_paths: [.github/dependabot.yml, 'app/[slug]/(auth)/ä.md']
max_changed_files: 1
max_deleted_files: 0
max_file_kb: 1
ci_workflows: [ci.yml, Lint_2.yaml]
`
  expect(read(text)).toEqual({
    agent: 'opencode run',
    model: 'anthropic/claude-sonnet-4-5',
    agentEnv: ['ANTHROPIC_API_KEY'],
    agentTimeout: 80,
    checks: 'set -e\n(\nnpm run lint\n)\n(\nnpm test\n)',
    checksEnv: ['_A1'],
    checksTimeout: 20,
    setup: 'set -e\nnpm ci\nnpm run build\n',
    maxParallel: 256,
    maxTasks: 1,
    maxAttempts: 20,
    maxWaves: 1000,
    timeoutMinutes: 120,
    runsOn: { group: 'builders', labels: ['self-hosted', 'linux'] },
    store: 'embedded',
    storeBranch: 'none',
    bdVersion: '1.10.0',
    updateBase: 'never',
    conflicts: 'human',
    maxOverwrittenLines: 0,
    overlap: 'serialise',
    keepInserts: true,
    resolver: 'mergiraf',
    onRed: 'stop',
    protectedPaths: ['infra/**'],
    allowPaths: ['.github/dependabot.yml', 'app/[slug]/(auth)/ä.md'],
    maxChangedFiles: 1,
    maxDeletedFiles: 0,
    maxFileKb: 1,
    ciWorkflows: ['ci.yml', 'Lint_2.yaml'],
  })
})

test('a command that YAML folded is one line', () => {
  expect(read('agent: >\n  opencode\n  run\n').agent).toBe('opencode run')
  expect(read('checks: >\n  npm\n  test\n').checks).toBe('npm test')
})

test('every fault is reported at once, in the order of the file', () => {
  const text = `agnet: opencode run
max_parallel: five
store: embeded
agent_env:
  - OK
  - not ok
setup:
__proto__: { polluted: true }
bd_version: 1.3
runs_on: []
ci_workflows: [.github/workflows/ci.yml]
5: five
`
  expect(faults(text)).toEqual([
    '1: unknown key "agnet" (did you mean "agent"?)',
    '2: "max_parallel" is "five"',
    '3: "store" is "embeded" (did you mean "embedded"?)',
    '6: "agent_env[1]" is "not ok"',
    '7: "setup" has no value',
    '8: unknown key "__proto__"',
    '9: "bd_version" is 1.3',
    '10: "runs_on" is an empty list',
    '11: "ci_workflows[0]" is ".github/workflows/ci.yml"',
    '12: unknown key "5"',
  ])
})

test('a fault says what to write', () => {
  const config = parseConfig('max_tasks: 300', 'wavefront.yml')
  expect(config).toEqual({
    ok: false,
    problems: [
      {
        what: '"max_tasks" is 300',
        where: 'wavefront.yml:1',
        fix: 'write a whole number from 1 to 256, such as `max_tasks: 20`',
      },
    ],
  })
})

describe('refused', () => {
  test.each([
    ['a text', 'opencode run', '1: the settings are "opencode run"'],
    ['a list', '- agent: x', '1: the settings are a list of 1'],
    ['a number', '5', '1: the settings are 5'],
    ['a blank agent', 'agent: "  "', '1: "agent" is "  "'],
    ['an agent of two lines', 'agent: "a\\nb"', '1: "agent" is "a\\nb"'],
    ['a fraction', 'max_tasks: 1.5', '1: "max_tasks" is 1.5'],
    ['a number in quotes', 'max_tasks: "5"', '1: "max_tasks" is "5"'],
    ['infinity', 'max_tasks: .inf', '1: "max_tasks" is Infinity'],
    ['too little time', 'timeout_minutes: 4', '1: "timeout_minutes" is 4'],
    ['no command', 'checks: []', '1: "checks" is an empty list'],
    ['a blank command', 'checks: [npm test, ""]', '1: "checks[1]" is ""'],
    ['a command with NUL', 'checks: "a\\0b"', '1: "checks" is "a\\u0000b"'],
    ["the run's token", 'agent_env: [GITHUB_TOKEN]', '1: "agent_env[0]" is "GITHUB_TOKEN"'],
    ['a token of the cache', 'checks_env: [ACTIONS_X]', '1: "checks_env[0]" is "ACTIONS_X"'],
    ['a variable with its value', 'agent_env: [A=b]', '1: "agent_env[0]" is "A=b"'],
    ['a group without a name', 'runs_on: {labels: a}', '1: "runs_on" is an object'],
    ['an option as a branch', 'store_branch: --force', '1: "store_branch" is "--force"'],
    ['a branch that is a range', 'store_branch: a..b', '1: "store_branch" is "a..b"'],
    ['a version range', 'bd_version: ^1.3.0', '1: "bd_version" is "^1.3.0"'],
    ['a path out', 'allow_paths: [a/../b]', '1: "allow_paths[0]" is "a/../b"'],
    ['an absolute path', 'allow_paths: [/etc]', '1: "allow_paths[0]" is "/etc"'],
    ['a negated path', "protected_paths: ['!a']", '1: "protected_paths[0]" is "!a"'],
    ['a folder', 'protected_paths: [infra/]', '1: "protected_paths[0]" is "infra/"'],
    ['a Windows path', "protected_paths: ['a\\b']", '1: "protected_paths[0]" is "a\\\\b"'],
    ['no workflow', 'ci_workflows: [ci]', '1: "ci_workflows[0]" is "ci"'],
    ['an option as a workflow', 'ci_workflows: [../x.yml]', '1: "ci_workflows[0]" is "../x.yml"'],
  ])('%s', (_, text, fault) => {
    expect(faults(text)).toEqual([fault])
  })

  test('a key of a group that is none', () => {
    expect(faults('runs_on: {group: a, label: b}')).toEqual(['1: "runs_on" is an object'])
  })
})

describe('no YAML', () => {
  const broken = 'the file is no YAML that can be read'
  test.each([
    ['a key twice', 'agent: a\nagent: b', [`2: ${broken}: Map keys must be unique`]],
    ['a tab', 'setup:\n\t- a', [`2: ${broken}: Tabs are not allowed as indentation`]],
    [
      'two documents',
      'agent: a\n---\nagent: b',
      [`2: ${broken}: Source contains multiple documents`],
    ],
    ['a tag', 'agent: !run a', [`1: ${broken}: Unresolved tag: !run`]],
    ['an alias', 'agent: &a x\nmodel: *a', ['2: an alias (*a)']],
    ['a glob without quotes', 'allow_paths: [**/a]', ['1: an alias (**/a)']],
  ])('%s', (_, text, expected) => {
    expect(faults(text)).toEqual(expected)
  })

  test('a thousand million values that are a few lines', () => {
    const lines = Array.from({ length: 20 }, (_, i) => `k${i + 1}: &k${i + 1} [*k${i}, *k${i}]`)
    expect(faults(['k0: &k0 x', ...lines].join('\n'))).toHaveLength(40)
  })

  test('a file of megabytes is not read', () => {
    const config = parseConfig('#'.repeat(2_000_000))
    expect(config).toMatchObject({ ok: false, problems: [{ fix: 'keep it below 100000' }] })
  })
})

describe('time', () => {
  const what = (sum: string) => `2: agent_timeout (80) and checks_timeout (30) are ${sum}`
  test('agent and checks must fit in the job', () => {
    expect(faults('agent_timeout: 80\ntimeout_minutes: 100')).toEqual([
      what('110 minutes, more than timeout_minutes (100)'),
    ])
    expect(read('agent_timeout: 80\ntimeout_minutes: 110').timeoutMinutes).toBe(110)
  })

  test('more than any job may take', () => {
    const config = parseConfig('agent_timeout: 350\ntimeout_minutes: 360')
    expect(config).toMatchObject({
      problems: [
        {
          where: '.github/wavefront.yml:2',
          fix: 'lower them to 360 together, the most that a job may take',
        },
      ],
    })
  })
})
