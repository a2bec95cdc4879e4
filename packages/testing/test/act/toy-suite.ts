import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { type ActWorldOptions, runWorkflows } from '../../src/act/index.ts'
import { type Files, writeFiles } from '../../src/git/files.ts'
import { startGitServer } from '../../src/git-server/index.ts'
import { startFakeGitHub } from '../../src/github/index.ts'

/** A suite of the same shape as the real one, whose actions do next to nothing. */
export const toySuite = {
  '.github/workflows/wave.yml': `
name: Toy wave
on:
  workflow_call:
    inputs:
      round: { type: string }
      tasks: { type: string }
    secrets:
      agent_env: {}
permissions: {}
concurrency:
  group: toy-\${{ inputs.round || 'none' }}
  cancel-in-progress: false
jobs:
  ready:
    name: Choose
    runs-on: \${{ fromJSON(inputs.runs_on || '"ubuntu-latest"') }}
    timeout-minutes: 5
    permissions:
      contents: read
    outputs:
      count: \${{ steps.ready.outputs.count }}
      matrix: \${{ steps.ready.outputs.matrix }}
      told: \${{ steps.ready.outputs.told }}
    steps:
      - id: ready
        uses: $/actions/ready
        with:
          token: \${{ github.token }}
          tasks: \${{ inputs.tasks }}
  execute:
    name: \${{ matrix.task_id }}
    needs: ready
    if: needs.ready.outputs.count != '' && needs.ready.outputs.count != '0'
    strategy:
      fail-fast: false
      max-parallel: \${{ fromJSON('2') }}
      matrix: \${{ fromJSON(needs.ready.outputs.matrix) }}
    runs-on: \${{ fromJSON('["self-hosted", "linux"]') }}
    timeout-minutes: \${{ fromJSON('7') }}
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          ref: \${{ github.sha }}
          persist-credentials: false
      - if: hashFiles('.github/actions/wavefront-setup/action.yml') != ''
        uses: ./.github/actions/wavefront-setup
      - id: task
        uses: $/actions/execute
        with:
          token: \${{ github.token }}
          task_id: \${{ matrix.task_id }}
          agent_env: \${{ secrets.agent_env }}
      - if: \${{ !cancelled() && steps.task.outputs.result != '' }}
        uses: actions/upload-artifact@330a01c490aca151604b8cf639adc76d48f6c5d4 # v5.0.0
        with:
          name: result-\${{ matrix.task_id }}
          path: \${{ steps.task.outputs.result }}
          overwrite: true
          retention-days: 14
  land:
    name: Land
    needs: [ready, execute]
    if: \${{ !cancelled() && needs.ready.result == 'success' }}
    runs-on: ubuntu-latest
    concurrency:
      group: toy-store
      cancel-in-progress: false
      queue: max
    permissions:
      contents: write
      actions: write
    steps:
      - uses: actions/download-artifact@018cc2cf5baa6db3ef3c5f8a56943fffe632ef53 # v6.0.0
        with:
          pattern: result-*
          path: \${{ runner.temp }}/results
      - uses: $/actions/land
        with:
          results: \${{ runner.temp }}/results
          round: \${{ inputs.round }}
          tasks: \${{ inputs.tasks }}
          execute: \${{ needs.execute.result }}
`,
  'actions/ready/action.yml': action('ready', ['token', 'tasks']),
  'dist/ready/index.mjs': `
import { appendFileSync } from 'node:fs'
const tasks = (process.env.INPUT_TASKS || '').split(',').filter(Boolean)
const matrix = JSON.stringify({ include: tasks.map((task_id) => ({ task_id })) })
appendFileSync(process.env.GITHUB_OUTPUT, 'count=' + tasks.length + '\\nmatrix=' + matrix + '\\ntold=a-hidden-value\\n')
appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# ' + tasks.length + ' tasks\\n')
console.log('::add-mask::hidden')
console.log('the token is ' + process.env.INPUT_TOKEN + ', ' + process.env.GITHUB_TRIGGERING_ACTOR)
const url = process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY + '/git/ref/heads/main'
const headers = { authorization: 'Bearer ' + process.env.INPUT_TOKEN }
console.log('may dispatch: ' + (await fetch(process.env.GITHUB_API_URL + '/repos/' + process.env.GITHUB_REPOSITORY + '/actions/workflows/toy.yml/dispatches', { method: 'POST', headers: { ...headers, 'content-type': 'application/json' }, body: JSON.stringify({ ref: 'main' }) })).status)
`,
  'actions/execute/action.yml': action('execute', ['token', 'task_id', 'agent_env']),
  'dist/execute/index.mjs': `
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
const task = process.env.INPUT_TASK_ID
console.log(task + ' sees ' + readFileSync('README.md', 'utf8').trim() + ', ' + process.env.SETUP)
console.log('agent_env: ' + process.env.INPUT_AGENT_ENV)
if (task === 'slow') {
  console.log('now waiting')
  await new Promise((resolve) => setTimeout(resolve, 60_000))
}
const marker = join(process.env.TOY_STATE || '', 'fixed')
if (task === 'bad' && !existsSync(marker)) {
  console.log('::error title=No::it is bad')
  process.exit(3)
}
const path = join(process.env.RUNNER_TEMP, 'result')
const notes = join(process.env.HOME, '.notes')
for (const own of [path, notes]) if (existsSync(own)) throw new Error('somebody else writes here')
writeFileSync(path, 'done ' + task)
writeFileSync(notes, process.env.GITHUB_WORKFLOW)
console.log('workflow: ' + process.env.GITHUB_WORKFLOW)
appendFileSync(process.env.GITHUB_OUTPUT, 'result=' + path + '\\n')
`,
  'actions/land/action.yml': action('land', ['token', 'results', 'round', 'tasks', 'execute']),
  'dist/land/index.mjs': `
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
const { GITHUB_API_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID, INPUT_TOKEN, INPUT_RESULTS, INPUT_ROUND, INPUT_TASKS } = process.env
const call = async (method, path, body) => {
  const headers = { authorization: 'Bearer ' + INPUT_TOKEN, accept: 'application/vnd.github+json', 'content-type': 'application/json', 'user-agent': 'toy' }
  const answer = await fetch(GITHUB_API_URL + '/repos/' + GITHUB_REPOSITORY + path, { method, headers, ...(body && { body: JSON.stringify(body) }) })
  if (!answer.ok) throw new Error(method + ' ' + path + ' ' + answer.status + ' ' + (await answer.text()))
  return answer.status === 204 ? undefined : answer.json()
}
for (const name of readdirSync(INPUT_RESULTS).sort())
  console.log(name + ': ' + readFileSync(join(INPUT_RESULTS, name, 'result'), 'utf8'))
console.log('execute: ' + process.env.INPUT_EXECUTE)
const { jobs } = await call('GET', '/actions/runs/' + GITHUB_RUN_ID + '/jobs')
console.log('jobs: ' + jobs.map(({ name, conclusion }) => name + '=' + conclusion).sort().join('; '))
const run = await call('GET', '/actions/runs/' + GITHUB_RUN_ID)
const round = Number(INPUT_ROUND || 0)
if (round > 0 && round < 3)
  await call('POST', '/actions/workflows/' + run.workflow_id + '/dispatches', { ref: 'main', inputs: { round: String(round + 1), tasks: INPUT_TASKS } })
`,
}

/** What a user adds. */
export const toyCaller = {
  'README.md': 'the caller\n',
  '.github/workflows/toy.yml': `
name: Toy
on:
  workflow_dispatch:
    inputs:
      round: { type: string }
      tasks: { type: string }
permissions: {}
jobs:
  toy:
    permissions:
      contents: write
      actions: write
    uses: acme/suite/.github/workflows/wave.yml@v1
    with:
      round: \${{ inputs.round }}
      tasks: \${{ inputs.tasks }}
    secrets:
      agent_env: \${{ secrets.AGENT_ENV }}
`,
  '.github/actions/wavefront-setup/action.yml': `
name: Setup
description: Prepares.
runs:
  using: composite
  steps:
    - run: echo "SETUP=prepared in $(cat README.md)" >> "$GITHUB_ENV"
      shell: bash
`,
}

function action(name: string, inputs: readonly string[]): string {
  const lines = inputs.map((input) =>
    input === 'token' ? `  token:\n    default: \${{ github.token }}` : `  ${input}: {}`,
  )
  const runs = `runs:\n  using: node24\n  main: ../../dist/${name}/index.mjs\n`
  return `name: ${name}\ndescription: A toy.\ninputs:\n${lines.join('\n')}\n${runs}`
}

export type Toy = Awaited<ReturnType<typeof openToy>>

/** The toy suite, a caller of it, the servers and a world that runs them. */
export async function openToy(
  act: string,
  wish: { readonly files?: Files } & Partial<ActWorldOptions> = {},
) {
  const dir = realpathSync(mkdtempSync(`${tmpdir()}/toy-`))
  writeFiles(`${dir}/suite`, toySuite)
  writeFiles(dir, { 'state/empty': '' })
  const github = await startFakeGitHub()
  const git = await startGitServer(github.gitAccess)
  const { files, ...options } = wish
  const all = Object.entries({ ...toyCaller, ...files }).filter(([, content]) => content !== null)
  const { path } = git.createRepository('octo/demo', { files: Object.fromEntries(all) })
  github.addRepository('octo/demo', { git: path })
  const suite = { path: `${dir}/suite`, repository: 'acme/suite', ref: 'v1' }
  const env = { TOY_STATE: `${dir}/state` }
  const world = runWorkflows({ act, github, git, suite, env, runTimeLimitMs: 30_000, ...options })
  return {
    world,
    github,
    git,
    fix: () => writeFiles(dir, { 'state/fixed': '' }),
    close: async () => {
      await world.close()
      await Promise.all([github.close(), git.close()])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}
