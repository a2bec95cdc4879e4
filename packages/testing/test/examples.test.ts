import { readdirSync, readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { z } from 'zod'

const suite = 'wavefront-actions/wavefront'
const called = `${suite}/.github/workflows/wave.yml@v1`

const permissions = z.record(z.string(), z.enum(['read', 'write']))
const names = z.record(z.string(), z.unknown())
const step = z.looseObject({ uses: z.string().optional(), with: names.optional() })
const job = z.looseObject({
  uses: z.string().optional(),
  with: z.record(z.string(), z.string()).optional(),
  secrets: z.union([z.literal('inherit'), z.record(z.string(), z.string())]).optional(),
  permissions,
  if: z.string().optional(),
  strategy: names.optional(),
  outputs: names.optional(),
  'timeout-minutes': z.union([z.number(), z.string()]).optional(),
  steps: z.array(step).optional(),
})
const inputs = z.record(z.string(), z.record(z.string(), z.unknown()))
const workflow = z.looseObject({
  'run-name': z.string().optional(),
  on: z.looseObject({
    workflow_dispatch: z.object({ inputs }),
    workflow_call: z.object({ inputs, secrets: names }).optional(),
  }),
  permissions,
  jobs: z.record(z.string(), job),
})
type Workflow = z.infer<typeof workflow>
type Job = z.infer<typeof job>

const wave = read('.github/workflows/wave.yml')
const callee = wave.on.workflow_call ?? { inputs: {}, secrets: {} }
const files = readdirSync('examples').filter((name) => name.endsWith('.yml'))
const callers = files.filter((name) => name !== 'three-jobs.yml')

describe('the examples', () => {
  test('are these', () => {
    expect(files.sort()).toEqual([
      'dolt.yml',
      'github-app.yml',
      'self-hosted.yml',
      'three-jobs.yml',
      'wavefront.yml',
    ])
  })
})

describe.each(files)('examples/%s', (name) => {
  const text = readFileSync(`examples/${name}`, 'utf8')
  const example = read(`examples/${name}`)

  test('says first what it is, where it goes and which settings it needs', () => {
    const head = text.slice(0, text.indexOf('name: Wavefront')).split('\n').slice(0, -1)
    expect(head.filter((line) => !line.startsWith('#'))).toEqual([])
    expect(head.join('\n')).toContain(
      '# Put it at .github/workflows/wavefront.yml on the default branch.',
    )
    expect(head.join('\n')).toMatch(/"Allow GitHub Actions to create and approve pull requests"/)
    expect(head.join('\n')).toContain('ANTHROPIC_API_KEY')
  })

  test('names its runs by the issue, grants nothing at the top, and has no concurrency', () => {
    expect(example['run-name']).toBe(`Wavefront: issue #${expression('inputs.issue_number')}`)
    expect(example.permissions).toEqual({})
    expect(text).not.toContain('concurrency:')
  })

  test('is dispatched with what the called workflow takes, word for word', () => {
    const ours = structuredClone(example.on.workflow_dispatch.inputs)
    expect(ours.issue_number?.required).toBe(true)
    delete ours.issue_number?.required
    expect(ours).toEqual(wave.on.workflow_dispatch.inputs)
  })
})

describe.each(callers)('examples/%s', (name) => {
  const { jobs } = read(`examples/${name}`)
  const [call] = Object.values(jobs)

  test('is one call of the reusable workflow', () => {
    expect(Object.values(jobs).map(({ uses }) => uses)).toEqual([called])
  })

  test('grants what the called jobs ask for together, and no more', () => {
    expect(call?.permissions).toEqual(union(Object.values(wave.jobs)))
  })

  test('hands over every dispatch input, and only inputs that are accepted', () => {
    const given = call?.with ?? {}
    expect(Object.keys(given).filter((key) => !(key in callee.inputs))).toEqual([])
    for (const key of Object.keys(wave.on.workflow_dispatch.inputs)) {
      expect(given[key]).toMatch(
        new RegExp(`^\\$\\{\\{ inputs\\.${key} (\\|\\| '\\{.*\\}' )?\\}\\}$`),
      )
    }
  })

  test('passes secrets by name', () => {
    const secrets = call?.secrets ?? 'inherit'
    expect(secrets).not.toBe('inherit')
    expect(Object.keys(secrets).filter((key) => !(key in callee.secrets))).toEqual([])
    expect(secrets).toMatchObject({ agent_env: expect.stringContaining('ANTHROPIC_API_KEY=') })
  })
})

test('examples/dolt.yml has overrides that are JSON', () => {
  const overrides = read('examples/dolt.yml').jobs.wave?.with?.overrides ?? ''
  const [, json = ''] = /\|\| '(.*)' \}\}$/.exec(overrides) ?? []
  expect(JSON.parse(json)).toEqual({ store: 'bd', bd_version: '1.3.0' })
})

test('examples/self-hosted.yml has runners that are JSON', () => {
  const runners = read('examples/self-hosted.yml').jobs.wave?.with?.runs_on ?? ''
  expect(JSON.parse(runners)).toEqual(['self-hosted', 'linux', 'ephemeral'])
})

test('examples/github-app.yml hands over the App', () => {
  expect(read('examples/github-app.yml').jobs.wave?.secrets).toMatchObject({
    app_id: expression('secrets.WAVEFRONT_APP_ID'),
    app_private_key: expression('secrets.WAVEFRONT_APP_PRIVATE_KEY'),
  })
})

describe('examples/three-jobs.yml', () => {
  const { jobs } = read('examples/three-jobs.yml')
  const ours = Object.entries(jobs).flatMap(([name, { steps = [] }]) =>
    steps
      .filter(({ uses }) => uses?.startsWith(`${suite}/`))
      .map(({ uses = '', with: given = {} }) => ({ name, uses, given: Object.keys(given) })),
  )

  test('has the three actions in three jobs, and the guard that the workflow has', () => {
    expect(ours.map(({ name, uses }) => [name, uses])).toEqual([
      ['ready', `${suite}/actions/get-ready-tasks@v1`],
      ['execute', `${suite}/actions/execute-task@v1`],
      ['finalize', `${suite}/actions/merge-and-finalize@v1`],
    ])
    expect(Object.keys(jobs)).toEqual(['ready', 'outputs', 'execute', 'finalize'])
    expect(jobs.outputs?.if).toBe(wave.jobs.outputs?.if)
    expect(jobs.outputs?.steps).toEqual(wave.jobs.outputs?.steps)
  })

  test('gives each action only inputs that it has, and all that it requires', () => {
    for (const { uses, given } of ours) {
      const folder = uses.slice(suite.length + 1, -'@v1'.length)
      const action = parse(readFileSync(`${folder}/action.yml`, 'utf8')) as Action
      const required = Object.entries(action.inputs).filter(([, input]) => input.required)
      expect([folder, given.filter((key) => !(key in action.inputs))]).toEqual([folder, []])
      expect(given).toEqual(expect.arrayContaining(required.map(([key]) => key)))
    }
  })

  test('has the gates, the matrix and the outputs of the workflow', () => {
    expect(jobs.ready?.outputs).toEqual(wave.jobs.ready?.outputs)
    expect(jobs.execute?.if).toBe(wave.jobs.execute?.if)
    expect(jobs.execute?.strategy).toEqual(wave.jobs.execute?.strategy)
    expect(jobs.finalize?.if).toBe(wave.jobs.land?.if)
  })

  test('grants each job what it needs, and no more', () => {
    expect(jobs.ready?.permissions).toEqual(wave.jobs.ready?.permissions)
    expect(jobs.outputs?.permissions).toEqual({})
    expect(jobs.execute?.permissions).toEqual({ contents: 'write' })
    expect(jobs.finalize?.permissions).toEqual(wave.jobs.land?.permissions)
  })
})

test('every job of the workflow and of the examples has a time limit', () => {
  const all = [wave, read('examples/three-jobs.yml')].flatMap(({ jobs }) => Object.entries(jobs))
  const endless = all.filter(([, each]) => each['timeout-minutes'] === undefined)
  expect(endless.map(([name]) => name)).toEqual([])
})

interface Action {
  readonly inputs: Record<string, { readonly required?: boolean }>
}

function read(path: string): Workflow {
  return workflow.parse(parse(readFileSync(path, 'utf8')))
}

function expression(inside: string): string {
  return `\${{ ${inside} }}`
}

function union(jobs: readonly Job[]): Job['permissions'] {
  const all: Job['permissions'] = {}
  for (const [scope, level] of jobs.flatMap((each) => Object.entries(each.permissions))) {
    if (all[scope] !== 'write') all[scope] = level
  }
  return all
}
