import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Config, parseConfig } from '@wavefront/config'
import { unwrap } from '@wavefront/errors'
import { agentEnvironment, openAgent, openChecks } from '../src/open-work.ts'
import { requireShell } from '../src/require-shell.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'hosting-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

const configOf = (text: string): Config => unwrap(parseConfig(text))
const place = () => ({
  dir,
  log: join(dir, 'log'),
  signal: new AbortController().signal,
  onLine: () => {},
})
const said = () => readFileSync(join(dir, 'log'), 'utf8')

describe('lines KEY=VALUE', () => {
  const cases: Record<string, [text: string | undefined, variables: object]> = {
    nothing: [undefined, {}],
    'empty lines and comments': ['\n# A=1\r\n\n', {}],
    'a value with = and spaces': ['A= x=y \r\nB=', { A: ' x=y ', B: '' }],
    'the last one wins': ['A=1\nA=2', { A: '2' }],
  }
  test.each(Object.entries(cases))('%s', (_, [text, variables]) => {
    expect(agentEnvironment(text)).toEqual(variables)
  })

  test.each([
    ['no =', 'A=1\nsecret'],
    ['a space before it', 'A=1\nB =secret'],
    ['a name that is none', 'A=1\n1B=secret'],
    ['export', 'A=1\nexport B=secret'],
  ])('%s is refused, and not shown', (_, text) => {
    expect(() => agentEnvironment(text)).toThrow(
      /^agent_env: line 2 is not of the form KEY=VALUE\n {2}fix: (?!.*secret)/,
    )
  })
})

describe('the agent', () => {
  test('must be configured', () => {
    expect(() => openAgent(configOf('max_tasks: 3'), {})).toThrow(
      ".github/wavefront.yml: no agent is configured, so nobody can work on a task\n  fix: write a command that takes a prompt on its standard input: `agent: 'opencode run'`",
    )
  })

  test('has its secrets, the model and the facts', async () => {
    const agent = openAgent(configOf('agent: env\nmodel: big'), { API_KEY: 'k' })
    const end = await agent.work({ ...place(), prompt: 'x', facts: { WAVEFRONT_WAVE: '1' } })
    expect(end).toEqual({ is: 'succeeded' })
    expect(said().split('\n')).toEqual(
      expect.arrayContaining(['API_KEY=k', 'WAVEFRONT_MODEL=big', 'WAVEFRONT_WAVE=1']),
    )
  })
})

describe('the checks', () => {
  const text = 'setup: echo setup\nchecks: echo checks'
  const cases: Record<string, [config: string, isSetUp: boolean, log: string]> = {
    'alone where the setup has run': [text, true, 'checks\n'],
    'after the setup elsewhere': [text, false, 'setup\nchecks\n'],
    'alone where there is no setup': ['checks: echo checks', false, 'checks\n'],
    'not after a setup that fails': ['setup: exit 3\nchecks: echo checks', false, ''],
  }
  test.each(Object.entries(cases))('%s', async (_, [config, isSetUp, log]) => {
    const end = await openChecks(configOf(config), { isSetUp })?.run(place())
    expect([end?.is, said()]).toEqual([log === '' ? 'failed' : 'succeeded', log])
  })

  test('are none where none are configured', () => {
    expect(openChecks(configOf('setup: echo setup'), { isSetUp: false })).toBeUndefined()
  })
})

describe('the machine', () => {
  test.each(['linux', 'darwin'] as const)('%s has a shell', (platform) => {
    expect(() => requireShell(platform)).not.toThrow()
  })

  test('Windows has none', () => {
    expect(() => requireShell('win32')).toThrow(
      'runs_on: agents and checks cannot run on a Windows runner: their commands are lines for `sh`\n  fix: write a runner with Linux or macOS: `runs_on: ubuntu-latest`',
    )
  })
})
