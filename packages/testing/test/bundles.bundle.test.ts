import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { z } from 'zod'
import { type ActionEnd, type HostedWorld, hostedWorld } from '../src/index.ts'

const field = z.object({ required: z.boolean().optional(), default: z.string().optional() })
const metadata = z.object({
  inputs: z.record(z.string(), field),
  outputs: z.record(z.string(), z.unknown()),
  runs: z.object({ using: z.string(), main: z.string() }),
})

const bundles = readdirSync('dist')
const actions = readdirSync('actions').filter((name) => existsSync(`actions/${name}/action.yml`))
const isWritten = new Map(
  actions.map((name) => [
    name,
    metadata.parse(parse(readFileSync(`actions/${name}/action.yml`, 'utf8'))),
  ]),
)

function start(node: string, bundle: string, env: NodeJS.ProcessEnv, ...args: readonly string[]) {
  const file = join('dist', bundle, 'index.js')
  const { PATH, HOME } = process.env
  const options = { env: { PATH, HOME, ...env }, encoding: 'utf8', timeout: 60_000 } as const
  const { status, stdout, stderr } = spawnSync(node, [file, ...args], options)
  return { status, said: stdout + stderr }
}

/** What a runner sets for a step, with which an action comes as far as its inputs. */
const step = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'octo/demo',
  GITHUB_RUN_ID: '1',
  GITHUB_SERVER_URL: 'http://127.0.0.1:9',
  GITHUB_API_URL: 'http://127.0.0.1:9',
  GITHUB_EVENT_NAME: 'workflow_dispatch',
  GITHUB_WORKSPACE: '/nowhere',
  RUNNER_TEMP: '/nowhere',
  GITHUB_JOB: 'job',
  GITHUB_ACTOR: 'octo',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_SHA: '0'.repeat(40),
}

describe.each([...isWritten])('action.yml of %s', (name, { inputs, runs }) => {
  test('starts a bundle that is there, on the Node that runners have', () => {
    expect(runs.using).toBe('node24')
    expect(runs.main).toBe(`../../dist/${name}/index.js`)
    expect(existsSync(join('actions', name, runs.main))).toBe(true)
  })

  test('names the inputs that the code reads, and those that it needs', () => {
    const { status, said } = start(process.execPath, name, { ...step, INPUT_NO_SUCH_INPUT: 'x' })
    expect(status).toBe(1)
    const [, known = ''] = /fix: write one of (.*) below `with:`, or remove it/.exec(said) ?? []
    expect(known.split(', ').toSorted()).toEqual(Object.keys(inputs).toSorted())
    const missing = [...said.matchAll(/"(\w+)" is missing/g)].map(([, input]) => input)
    // The token has a default that GitHub fills in, and the code cannot do without.
    const needed = Object.entries(inputs).filter(
      ([input, { required }]) => required || input === 'token',
    )
    expect(missing.toSorted()).toEqual(needed.map(([input]) => input).toSorted())
  })

  test('gives the defaults that the code has', () => {
    const defaults = Object.entries(inputs).flatMap(([input, { default: value }]) =>
      value === undefined || input === 'token' ? [] : [`${input}: ${value}`],
    )
    const known: Record<string, string[]> = {
      'execute-task': ['publish: bundle'],
      'merge-and-finalize': ['phase: all'],
    }
    expect(defaults).toEqual(known[name] ?? [])
  })
})

/** Where npx has put it; nothing where it cannot be had. */
function findNode24(): string | undefined {
  const options = { encoding: 'utf8', timeout: 120_000 } as const
  const script = 'node -p process.execPath'
  const { stdout } = spawnSync('npx', ['--yes', '-p', 'node@24', '-c', script], options)
  const path = (stdout ?? '').trim().split('\n').at(-1) ?? ''
  if (!existsSync(path)) return undefined
  const { stdout: version } = spawnSync(path, ['--version'], options)
  return /^v24\./.test(version) ? path : undefined
}

describe(`on Node ${process.versions.node}`, () => startsAndRuns(process.execPath))

const node24 = findNode24()
if (node24 !== undefined) describe('on Node 24', () => startsAndRuns(node24))
// biome-ignore lint/suspicious/noSkippedTests: without a network there may be no other Node
else describe.skip('on Node 24 (npx cannot get node@24)', () => startsAndRuns(''))

function startsAndRuns(node: string): void {
  test.each(bundles.filter((name) => actions.includes(name)))(
    '%s says that it is an action',
    (name) => {
      expect(start(node, name, {})).toEqual({
        status: 1,
        said: '::error::this is an action, and no workflow runs it (GITHUB_ACTIONS is not "true")%0A  fix: use it in a workflow; on one machine use `wavefront run`\n',
      })
    },
  )

  test.each(bundles.filter((name) => !actions.includes(name)))('%s shows its help', (name) => {
    const { status, said } = start(node, name, {}, '--help')
    expect([status, said.slice(0, 'Usage: wavefront'.length)]).toEqual([0, 'Usage: wavefront'])
  })

  test('a wave gives every output that is promised, and no other', async () => {
    const world = await hostedWorld({
      config: 'agent: echo bread > bread.txt\nchecks: test -f bread.txt\n',
      issues: [{ id: 'a', title: 'Bake', status: 'open', priority: 2, issue_type: 'task' }],
    })
    try {
      const given = await runWave(world, node)
      for (const [name, { outputs }] of isWritten)
        expect([name, [...(given.get(name) ?? [])].toSorted()]).toEqual([
          name,
          Object.keys(outputs).toSorted(),
        ])
      expect(world.github.violations).toEqual([])
    } finally {
      await world.close()
    }
  })
}

/** The names of all outputs by action, of jobs that must be green. */
async function runWave(world: HostedWorld, node: string): Promise<Map<string, Set<string>>> {
  const run = await world.startRun()
  const given = new Map<string, Set<string>>(actions.map((name) => [name, new Set()]))
  const note = (action: string, { code, log, outputs }: ActionEnd) => {
    expect([code, code === 0 ? '' : log]).toEqual([0, ''])
    for (const name of Object.keys(outputs)) given.get(action)?.add(name)
    return outputs
  }
  const job = (
    name: Parameters<HostedWorld['job']>[0],
    inputs: Record<string, string>,
    token = {},
  ) => world.job(name, { run, node, inputs: { issue_number: '7', ...inputs }, ...token })
  const {
    wave = '',
    base_sha = '',
    branch = '',
    matrix = '',
  } = note('get-ready-tasks', await job('ready', {}))
  const place = { wave, base_sha, branch }
  const task = { ...place, task_id: 'a', attempt: '1' }
  const worked = note('execute-task', await job('execute', task))
  const writer = world.github.token({
    type: 'github-actions',
    repo: 'octo/demo',
    permissions: { contents: 'write' },
  })
  note('execute-task', await job('execute', { ...task, publish: 'branch' }, { token: writer }))
  const results = world.results(run)
  mkdirSync(join(results, 'result-a'), { recursive: true })
  cpSync(worked.bundle ?? '', join(results, 'result-a', 'result.bundle'))
  const merging = { ...place, matrix, results }
  const { integration = '' } = note(
    'merge-and-finalize',
    await job('integrate', { ...merging, phase: 'integrate' }),
  )
  note('merge-and-finalize', await job('land', { ...merging, phase: 'land', integration }))
  return given
}
