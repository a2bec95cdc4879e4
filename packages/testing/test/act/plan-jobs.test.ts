import { jobName, planJobs } from '../../src/act/workflow/plan-jobs.ts'
import { parseWorkflow } from '../../src/act/workflow/workflow.ts'

const called = parseWorkflow(`
on: { workflow_call: { inputs: { n: {}, kind: {} } } }
jobs:
  a:
    name: Job \${{ inputs.n }}
    permissions: { contents: write, issues: read }
  b:
    needs: a
    name: \${{ matrix.task }}
    permissions: {}
`)

function plan(caller: string) {
  return planJobs(parseWorkflow(caller), {
    contexts: { inputs: { n: 7 } },
    granted: { contents: 'read' },
    read: () => called,
  })
}

test('inputs keep their kind, names are those that people see', () => {
  const { jobs, calls } = plan(`
on: push
permissions: write-all
jobs:
  own: {}
  go: { uses: x, with: { n: '\${{ inputs.n }}', kind: 'no \${{ inputs.n }}' } }
`)
  expect(calls[0]?.inputs).toEqual({ n: 7, kind: 'no 7' })
  expect(jobs.map((job) => jobName(job))).toEqual(['own', 'go / Job 7', `go / \${{ matrix.task }}`])
  expect(jobs.map((job) => jobName(job, { task: 'wf-1' }))).toEqual([
    'own (wf-1)',
    'go / Job 7',
    'go / wf-1',
  ])
})

const grants: readonly (readonly [string, string, readonly string[]])[] = [
  ['enough', 'permissions: { contents: write, issues: write }', []],
  ['everything', 'permissions: write-all', []],
  ['to read', 'permissions: read-all', ['contents: write']],
  ['nothing', 'permissions: {}', ['contents: write', 'issues: read']],
  ['the default', '', ['contents: write', 'issues: read']],
]
test.each(grants)('a caller that grants %s', (_, clause, missing) => {
  const { refusals } = plan(`{ on: push, jobs: { go: { uses: x${clause && `, ${clause}`} } } }`)
  expect(refusals).toEqual(missing.map((more) => `a asks for '${more}', which go does not grant`))
})

test('a job has what it declares, else its file, else the setting', () => {
  const { jobs } = plan('{ on: push, jobs: { a: { permissions: { issues: write } }, b: {} } }')
  expect(jobs.map(({ permissions }) => permissions)).toEqual([
    { issues: 'write' },
    { contents: 'read' },
  ])
})
