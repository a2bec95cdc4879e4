import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readContext } from '../src/index.ts'
import { actionEnv } from './action-env.ts'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wavefront-context-'))
})
afterEach(() => rmSync(dir, { recursive: true }))

function withEvent(text: string): NodeJS.ProcessEnv {
  const path = join(dir, 'event.json')
  writeFileSync(path, text)
  return { ...actionEnv, GITHUB_EVENT_PATH: path }
}

function faults(env: NodeJS.ProcessEnv): string[] {
  const context = readContext(env)
  return context.ok ? [] : context.problems.map(({ what, fix }) => `${what}: ${fix}`)
}

test('the facts of a run', () => {
  const env = withEvent(
    '{"inputs": {"issue_number": "7", "dry": true, "n": 2, "none": null, "o": {}}}',
  )
  expect(
    readContext({ ...env, RUNNER_ENVIRONMENT: 'github-hosted', GITHUB_RUN_ATTEMPT: '2' }),
  ).toEqual({
    ok: true,
    value: {
      repository: 'octo-org/re.po',
      owner: 'octo-org',
      repo: 're.po',
      runId: 123456789012,
      runAttempt: 2,
      runUrl: 'https://github.example/octo-org/re.po/actions/runs/123456789012',
      serverUrl: 'https://github.example',
      apiUrl: 'https://github.example/api/v3',
      eventName: 'workflow_dispatch',
      eventInputs: { issue_number: '7', dry: 'true', n: '2' },
      workspace: '/w',
      tempDir: '/t',
      job: 'land',
      actor: 'github-actions[bot]',
      ref: 'refs/heads/main',
      refName: 'main',
      sha: 'a'.repeat(40),
      isHosted: true,
    },
  })
})

test.each([
  ['no event file', actionEnv],
  ['an event without inputs', () => withEvent('{"action": "opened"}')],
  ['an event whose inputs are null', () => withEvent('{"inputs": null}')],
])('%s', (_, env) => {
  expect(readContext(typeof env === 'function' ? env() : env)).toMatchObject({
    value: { eventInputs: {}, runAttempt: 1, isHosted: false },
  })
})

test('outside a workflow that is all there is to say', () => {
  expect(faults({ PATH: '/bin' })).toEqual([
    'this is an action, and no workflow runs it (GITHUB_ACTIONS is not "true"): use it in a workflow; on one machine use `wavefront run`',
  ])
})

test('every variable that is wrong is named', () => {
  const fix =
    'the runner sets it: remove what changes it in `env:`, and update a runner of your own'
  const { RUNNER_TEMP, ...env } = withEvent('no JSON')
  const wrong = {
    ...env,
    GITHUB_REPOSITORY: 'a/../b',
    GITHUB_SHA: 'main',
    GITHUB_API_URL: 'file:///x',
  }
  expect(faults(wrong)).toEqual([
    `GITHUB_REPOSITORY is "a/../b": ${fix}`,
    `GITHUB_API_URL is "file:///x": ${fix}`,
    `RUNNER_TEMP is missing: ${fix}`,
    `GITHUB_SHA is "main": ${fix}`,
    'the event of this run is no JSON that can be read: the runner writes it: run the job again',
  ])
})

test('more inputs than GitHub takes', () => {
  const inputs = { a: 'x'.repeat(70_000) }
  expect(faults(withEvent(JSON.stringify({ inputs })))).toEqual([
    'the run was dispatched with 1 inputs of 70001 characters: send at most 25 of 65535 characters together',
  ])
})
