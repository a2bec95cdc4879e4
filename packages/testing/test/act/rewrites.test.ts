import { readdirSync, readFileSync } from 'node:fs'
import { rewrites, rewriteWorkflow } from '../../src/act/rewrites/rewrites.ts'
import { parseWorkflow, type Workflow } from '../../src/act/workflow/workflow.ts'
import { toySuite } from './toy-suite.ts'

const original = '.github/workflows/wave.yml'
const text = readFileSync(original, 'utf8')
const wave = parseWorkflow(text)

const context = {
  self: { repository: 'acme/suite', ref: 'v1' },
  workflowName: 'The caller',
  maxParallel: 3,
  tokenOf: (id: string) => `ghs_${id}`,
  takesToken: (uses: string) => /^acme\/|\/checkout@/.test(uses),
}

/** Why each is needed, seen in the workflow as it is: a rewrite that changes nothing hides nothing. */
const inOriginal: Readonly<Record<string, (workflow: Workflow) => void>> = {
  'self-reference': (workflow) => {
    const own = usesOf(workflow).filter(
      (uses) => uses.includes('actions/') && !/@[0-9a-f]{40}$/.test(uses),
    )
    expect(own).toEqual([
      '$/actions/get-ready-tasks',
      './.github/actions/wavefront-setup',
      '$/actions/execute-task',
      './.github/actions/wavefront-setup',
      '$/actions/merge-and-finalize',
      '$/actions/merge-and-finalize',
    ])
  },
  'stand-ins': (workflow) => {
    const published = new Set(usesOf(workflow).filter((uses) => uses.startsWith('actions/')))
    expect([...published].map((uses) => uses.split('@')[0]).sort()).toEqual([
      'actions/checkout',
      'actions/create-github-app-token',
      'actions/download-artifact',
      'actions/upload-artifact',
    ])
  },
  'job-token': (workflow) => {
    for (const [id, job] of Object.entries(workflow.jobs))
      expect([id, typeof job.permissions]).toEqual([id, 'object'])
    expect(text).toContain(`token: \${{ github.token }}`)
  },
  'workflow-name': ({ name }) => expect(name).toBe('Wavefront'),
  'job-home': () => expect(text).not.toMatch(/\bHOME\b/),
  'max-parallel': ({ jobs }) =>
    expect(jobs.execute?.strategy?.['max-parallel']).toBe(
      `\${{ fromJSON(needs.ready.outputs.max_parallel) }}`,
    ),
  'workflow-concurrency': ({ concurrency }) =>
    expect(concurrency).toMatchObject({ 'cancel-in-progress': false }),
  'job-concurrency': ({ jobs }) =>
    expect(jobs.land?.concurrency).toEqual({
      group: 'wavefront-store',
      'cancel-in-progress': false,
      queue: 'max',
    }),
  'job-outputs': ({ jobs }) =>
    expect(Object.keys(jobs).filter((id) => jobs[id]?.outputs !== undefined)).toEqual([
      'ready',
      'integrate',
    ]),
}

describe('each rewrite is still needed by wave.yml', () => {
  test.each(rewrites.map(({ name, why }) => [name, why]))('%s: %s', (name) => {
    inOriginal[name]?.(wave)
    expect(Object.keys(inOriginal)).toContain(name)
  })
})

test('what act gets has nothing left that it cannot do', () => {
  const rewritten = JSON.stringify(rewriteWorkflow(wave, context))
  for (const left of ['$/', '"queue"', 'github.token', '"concurrency"', 'actions/checkout@'])
    expect(rewritten).not.toContain(left)
})

test('the rest of the workflow stays as it is', () => {
  const rewritten = rewriteWorkflow(wave, context)
  expect(Object.keys(rewritten.jobs)).toEqual(Object.keys(wave.jobs))
  for (const [id, job] of Object.entries(wave.jobs)) {
    const { if: gate, needs, 'runs-on': runner, permissions } = rewritten.jobs[id] ?? {}
    const kept = {
      if: job.if,
      needs: job.needs,
      'runs-on': job['runs-on'],
      permissions: job.permissions,
    }
    expect({ if: gate, needs, 'runs-on': runner, permissions }).toEqual(kept)
    expect(rewritten.jobs[id]?.strategy?.matrix).toEqual(job.strategy?.matrix)
  }
})

test('a step gets the token of its job, also where it relies on the default', () => {
  const { jobs } = rewriteWorkflow(parseWorkflow(toySuite['.github/workflows/wave.yml']), context)
  const tokens = Object.entries(jobs).flatMap(([id, { steps = [] }]) =>
    steps.map((step) => [id, step.uses?.split('@')[0] ?? '', step.with?.token]),
  )
  expect(tokens.filter(([, , token]) => token !== undefined)).toEqual([
    ['ready', 'acme/suite/actions/ready', `\${{ 'ghs_ready' }}`],
    ['execute', 'wavefront/harness/checkout', 'ghs_execute'],
    ['execute', 'acme/suite/actions/execute', `\${{ 'ghs_execute' }}`],
    ['land', 'acme/suite/actions/land', 'ghs_land'],
  ])
})

test('every stand-in that is named is there', () => {
  const folders = readdirSync('packages/testing/src/act/stand-ins')
  const used = JSON.stringify(rewriteWorkflow(wave, context)).matchAll(
    /wavefront\/harness\/([\w-]+)@/g,
  )
  expect(folders).toEqual(expect.arrayContaining([...used].map(([, name]) => name)))
})

function usesOf({ jobs }: Workflow): readonly string[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps.flatMap(({ uses = [] }) => uses))
}
