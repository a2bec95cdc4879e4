import { cpSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ActWorldOptions, type RunReport, runWorkflows } from '../../src/act/index.ts'
import { describeEngine } from '../../src/engines.ts'
import { writeFiles } from '../../src/git/files.ts'
import { startGitServer } from '../../src/git-server/index.ts'
import { startFakeGitHub } from '../../src/github/index.ts'

const twoTasks = {
  task_count: '2',
  matrix: '{"include":[{"task_id":"wf-1","attempt":1},{"task_id":"wf-2","attempt":1}]}',
  wave: '3',
  base_sha: 'main',
  branch: 'opencode/issue-7',
  state: 'ready',
  finalize: 'true',
  max_parallel: '5',
  runs_on: '"ubuntu-latest"',
  timeout_minutes: '30',
}
const noTasks = { ...twoTasks, task_count: '0', matrix: '{"include":[]}' }
const job = (name: string) => `wave / ${name}`
const unnamed = job(`\${{ matrix.task_id }}`)

describeEngine('act-0.2.87', (act) => {
  describe('wave.yml as it is, with actions that only say what they got', () => {
    let world: Awaited<ReturnType<typeof openWave>>
    afterEach(() => world.close())

    test('a wave of two tasks', async () => {
      world = await openWave(act, twoTasks)
      const run = await world.run()
      expect(conclusions(run)).toEqual({
        [job('Choose the wave')]: 'success',
        [job('Outputs arrived')]: 'skipped',
        [job('wf-1')]: 'success',
        [job('wf-2')]: 'success',
        [job('Merge and verify')]: 'success',
        [job('Land')]: 'success',
      })
      expect(run?.artifacts).toEqual([
        'integration',
        'log-wf-1',
        'log-wf-2',
        'result-wf-1',
        'result-wf-2',
      ])
      expect(inputsOf(run, 'wf-2')).toMatchObject({
        TASK_ID: 'wf-2',
        ATTEMPT: '1',
        WAVE: '3',
        ISSUE_NUMBER: '7',
        AGENT_ENV: expect.stringContaining('***'),
        PUBLISH: 'bundle',
      })
      expect(inputsOf(run, 'Land')).toMatchObject({ PHASE: 'land', APP_TOKEN: '', TOKEN: '***' })
    })

    test('nothing to run, but something to finish', async () => {
      world = await openWave(act, { ...noTasks, state: 'complete' })
      expect(conclusions(await world.run())).toEqual({
        [job('Choose the wave')]: 'success',
        [job('Outputs arrived')]: 'skipped',
        [unnamed]: 'skipped',
        [job('Merge and verify')]: 'success',
        [job('Land')]: 'success',
      })
    })

    test('nothing at all to do', async () => {
      world = await openWave(act, { ...noTasks, state: 'waiting', finalize: 'false' })
      expect(conclusions(await world.run())).toEqual({
        [job('Choose the wave')]: 'success',
        [job('Outputs arrived')]: 'skipped',
        [unnamed]: 'skipped',
        [job('Merge and verify')]: 'skipped',
        [job('Land')]: 'skipped',
      })
    })

    test('a secret in an output is red, and nothing lands', async () => {
      world = await openWave(act, twoTasks, { secrets: { ANTHROPIC_API_KEY: 'wf-1' } })
      const run = await world.run()
      expect(run?.conclusion).toBe('failure')
      expect(conclusions(run)).toMatchObject({ [job('Outputs arrived')]: 'failure' })
    })

    test('a choice that fails', async () => {
      world = await openWave(act, { fail: 'the store cannot be read' })
      expect(conclusions(await world.run())).toEqual({
        [job('Choose the wave')]: 'failure',
        [job('Outputs arrived')]: 'skipped',
        [unnamed]: 'skipped',
        [job('Merge and verify')]: 'skipped',
        [job('Land')]: 'skipped',
      })
    })

    test('an integration that fails is still landed: the attempts are recorded', async () => {
      world = await openWave(act, { ...twoTasks, failIn: 'merge-and-finalize integrate' })
      const run = await world.run()
      expect(conclusions(run)).toMatchObject({
        [job('Merge and verify')]: 'failure',
        [job('Land')]: 'success',
      })
    })

    test("an App's token arrives where it is used", async () => {
      const app = { id: '77', key: 'the key', token: 'ghs_of_the_app' }
      const secrets = { WAVEFRONT_APP_ID: app.id, WAVEFRONT_APP_PRIVATE_KEY: app.key }
      world = await openWave(act, twoTasks, { example: 'github-app.yml', app, secrets })
      const run = await world.run()
      expect(inputsOf(run, 'Land')).toMatchObject({ APP_TOKEN: '***' })
    })

    test('the three actions in jobs of their own', async () => {
      world = await openWave(act, twoTasks, { example: 'three-jobs.yml' })
      const run = await world.run()
      expect(conclusions(run)).toEqual({
        'Choose the wave': 'success',
        'Outputs arrived': 'skipped',
        'wf-1': 'success',
        'wf-2': 'success',
        'Merge, verify and land': 'success',
      })
      expect(run?.artifacts).toEqual(['log-wf-1', 'log-wf-2'])
    })
  })
})

interface Wish extends Partial<ActWorldOptions> {
  readonly example?: string
}

/** A bundle that tells its inputs, gives what it is told to give, and fails where it is told to. */
function bundle(action: string): string {
  return `
const { appendFileSync, writeFileSync, mkdirSync } = require('node:fs')
const { join } = require('node:path')
const inputs = Object.fromEntries(Object.entries(process.env).filter(([key]) => key.startsWith('INPUT_')).map(([key, value]) => [key.slice(6), value]))
console.log('inputs ' + JSON.stringify(inputs))
const told = JSON.parse(process.env.TOLD)
const self = ${JSON.stringify(action)} + (inputs.PHASE ? ' ' + inputs.PHASE : '')
if (told.fail || told.failIn === self) { console.log('::error::' + (told.fail || self)); process.exit(1) }
const temp = process.env.RUNNER_TEMP
const file = (name) => { writeFileSync(join(temp, name), name); return join(temp, name) }
const logs = () => { mkdirSync(join(temp, 'logs')); writeFileSync(join(temp, 'logs', 'agent.log'), ''); return join(temp, 'logs') }
const outputs = {
  'get-ready-tasks': () => told,
  'execute-task': () => ({ bundle: file('result.bundle'), logs: logs(), outcome: 'done' }),
  'merge-and-finalize integrate': () => ({ integration: file('integration.json') }),
  'merge-and-finalize all': () => ({ next_wave: 'complete' }),
  'merge-and-finalize land': () => ({ next_wave: 'complete' }),
}
for (const [name, value] of Object.entries(outputs[self]())) appendFileSync(process.env.GITHUB_OUTPUT, name + '=' + value + '\\n')
`
}

async function openWave(
  act: string,
  told: object,
  { example = 'wavefront.yml', ...wish }: Wish = {},
) {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'wave-')))
  for (const path of ['actions', '.github/workflows'])
    cpSync(path, join(dir, path), { recursive: true })
  const bundles = ['get-ready-tasks', 'execute-task', 'merge-and-finalize'].map((name) => [
    `dist/${name}/index.js`,
    bundle(name),
  ])
  writeFiles(dir, Object.fromEntries(bundles))
  const github = await startFakeGitHub()
  const git = await startGitServer(github.gitAccess)
  const { path } = git.createRepository('octo/demo', {
    files: {
      'README.md': 'demo\n',
      '.github/workflows/wavefront.yml': readFileSync(`examples/${example}`, 'utf8'),
    },
  })
  github.addRepository('octo/demo', { git: path })
  const world = runWorkflows({
    act,
    github,
    git,
    suite: { path: dir, repository: 'wavefront-actions/wavefront', ref: 'v1' },
    secrets: { ANTHROPIC_API_KEY: 'sk-of-nobody' },
    env: { TOLD: JSON.stringify(told) },
    ...wish,
  })
  return {
    run: async () => {
      await world.start({ workflow: 'wavefront.yml', inputs: { issue_number: '7' }, actor: 'octo' })
      const [run] = await world.settle()
      return run
    },
    close: async () => {
      await world.close()
      await Promise.all([github.close(), git.close()])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

function conclusions(run: RunReport | undefined) {
  return Object.fromEntries((run?.jobs ?? []).map(({ name, conclusion }) => [name, conclusion]))
}

function inputsOf(run: RunReport | undefined, name: string) {
  const log = run?.jobs.find((known) => known.name === job(name))?.log ?? ''
  const [, text] = /^inputs (.*)$/m.exec(log) ?? []
  return JSON.parse(text ?? '{}')
}
