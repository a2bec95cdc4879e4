import { readdirSync, readFileSync } from 'node:fs'
import { type Job, parseWorkflow, type Step, type Workflow } from '@wavefront/testing'

const files = ['.github/workflows', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`),
)

describe.each(files)('%s', (path) => {
  const text = readFileSync(path, 'utf8')
  const workflow = parseWorkflow(text)
  const jobs = Object.entries(workflow.jobs)

  test('grants nothing at the top, and each job what it says, with the reason', () => {
    expect(workflow.permissions).toEqual({})
    expect(jobs.filter(([, job]) => typeof job.permissions !== 'object')).toEqual([])
    expect(permissionLines(text).filter((line) => !/ # \w+/.test(line))).toEqual([])
  })

  test('takes the actions of others by their commit, and says which version that is', () => {
    const foreign = text
      .split('\n')
      .filter((line) => /^\s*(- )?uses: /.test(line) && !isOwn(line.replace(/^.*uses: /, '')))
    const pinned = /uses: [\w.-]+\/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/
    expect(foreign.filter((line) => !pinned.test(line))).toEqual([])
  })

  test('gives every job a limit of time, and every checkout no credentials', () => {
    const unlimited = jobs.filter(
      ([, job]) => job.uses === undefined && job['timeout-minutes'] === undefined,
    )
    expect(unlimited.map(([id]) => id)).toEqual([])
    const checkouts = stepsOf(workflow).filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    const kept = checkouts.filter((step) => step.with?.['persist-credentials'] !== false)
    expect(kept).toEqual([])
  })

  test('puts no expression into a script, and gates nothing with always()', () => {
    const scripts = stepsOf(workflow).flatMap(({ run = [] }) => run)
    expect(scripts.filter((script) => /\$\{\{/.test(script))).toEqual([])
    const gates = [...jobs.map(([, job]) => job.if), ...stepsOf(workflow).map((step) => step.if)]
    expect(gates.filter((gate) => String(gate).includes('always()'))).toEqual([])
  })
})

describe('wave.yml', () => {
  const workflow = parseWorkflow(readFileSync('.github/workflows/wave.yml', 'utf8'))
  const { ready, outputs, execute, integrate, land } = workflow.jobs

  test('runs one wave at a time on a branch, and one landing in a repository', () => {
    const branch = "inputs.branch || format('opencode/issue-{0}', inputs.issue_number)"
    expect(workflow.concurrency).toEqual({
      group: `wavefront-wave-${expression(branch)}`,
      'cancel-in-progress': false,
    })
    expect(land?.concurrency).toEqual({
      group: 'wavefront-store',
      'cancel-in-progress': false,
      queue: 'max',
    })
    const others = [ready, outputs, execute, integrate].map((job) => job?.concurrency)
    expect(others).toEqual(Array(4).fill(undefined))
  })

  test('has the gates of the design', () => {
    const finalize = expression(
      "!cancelled() && needs.ready.result == 'success' && needs.ready.outputs.finalize == 'true'",
    )
    const count = 'needs.ready.outputs.task_count'
    expect(gateOf(ready)).toEqual({ needs: undefined, if: undefined })
    expect(gateOf(execute)).toEqual({ needs: ['ready'], if: `${count} != '' && ${count} != '0'` })
    expect(gateOf(integrate)).toEqual({ needs: ['ready', 'execute'], if: finalize })
    expect(gateOf(land)).toEqual({ needs: ['ready', 'execute', 'integrate'], if: finalize })
  })

  test('fails when any output of ready is empty, and every output is one that others need', () => {
    const given = Object.keys(ready?.outputs ?? {}).sort()
    const guarded = String(outputs?.if).matchAll(/needs\.ready\.outputs\.(\w+) == ''/g)
    expect([...guarded].map(([, name]) => name).sort()).toEqual(given)
    const used = JSON.stringify([outputs, execute, integrate, land])
    expect(given.filter((name) => !used.includes(`needs.ready.outputs.${name}`))).toEqual([])
    expect(gateOf(outputs).needs).toEqual(['ready'])
  })

  test('holds a token that writes only where no code of the repository runs', () => {
    const runsCode = Object.entries(workflow.jobs).filter(([, { steps = [] }]) =>
      steps.some(({ uses }) => uses?.startsWith('actions/checkout@') || uses?.startsWith('./')),
    )
    expect(runsCode.map(([id, { permissions }]) => [id, permissions])).toEqual([
      ['execute', { contents: 'read' }],
      ['integrate', { contents: 'read' }],
    ])
  })

  test('lets one red task be, and keeps what was made', () => {
    expect(execute?.strategy).toMatchObject({ 'fail-fast': false })
    const kept = stepsOf(workflow).filter(({ uses }) =>
      uses?.startsWith('actions/upload-artifact@'),
    )
    expect(kept.map((step) => step.with?.name)).toEqual([
      `result-${expression('matrix.task_id')}`,
      `log-${expression('matrix.task_id')}`,
      'integration',
    ])
    expect(kept.map((step) => step.with?.overwrite)).toEqual([true, true, true])
  })
})

function isOwn(uses: string): boolean {
  return /^(\.|\$)\/|^wavefront-actions\/wavefront\//.test(uses)
}

function expression(text: string): string {
  return `\${{ ${text} }}`
}

function gateOf(job: Job | undefined) {
  return { needs: job?.needs, if: job?.if }
}

function stepsOf({ jobs }: Workflow): readonly Step[] {
  return Object.values(jobs).flatMap(({ steps = [] }) => steps)
}

function permissionLines(text: string): readonly string[] {
  return text.split('\n').filter((line) => /^\s+(?!permission-)[a-z-]+: (read|write)\b/.test(line))
}
