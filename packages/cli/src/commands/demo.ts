import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { UserError } from '@wavefront/errors'
import { sampleFiles, samplePlan } from '../demo/sample.ts'
import { exitCodes } from '../exit-codes.ts'
import { run } from './run.ts'

const exec = promisify(execFile)

export interface DemoOptions {
  readonly dir?: string
  readonly jobs: number
  readonly schedule: 'waves' | 'rolling'
}

/** `wavefront demo`: the main job, on a sample repository made for it, with an agent that is a script. */
export async function demo(options: DemoOptions): Promise<number> {
  const dir = await makeSample(options.dir)
  const { tasks } = samplePlan
  console.log(`A sample repository: ${dir}
It has a small program with tests, and a plan of ${tasks.length} tasks. The agent is a script that plays an
agent; the worktrees, branches, merges, checks and the task store are real.
`)
  process.chdir(dir)
  const exitCode = await run({
    from: 'plan.json',
    store: 'embedded',
    agent: `${quote(process.execPath)} ${quote(process.argv[1] ?? '')} demo-agent`,
    checks: 'node --test --test-reporter=spec',
    jobs: options.jobs,
    schedule: options.schedule,
    agentTimeout: 5,
    checksTimeout: 5,
    agentEnv: [],
    checksEnv: [],
    ...({ conflicts: 'theirs', overlap: 'merge', onRed: 'bisect' } as const),
    keepWorktrees: 'none',
  })
  if (exitCode === exitCodes.done) await showBranch(dir)
  return exitCode
}

async function makeSample(wanted: string | undefined): Promise<string> {
  const dir = wanted
    ? resolve(wanted)
    : join(await mkdtemp(join(tmpdir(), 'wavefront-demo-')), 'tally')
  await mkdir(dir, { recursive: true })
  if ((await readdir(dir)).length > 0) {
    throw new UserError({
      what: 'the folder for the demo is not empty',
      where: dir,
      fix: 'name a folder that is empty or does not exist with --dir',
    })
  }
  const files = { ...sampleFiles, 'plan.json': `${JSON.stringify(samplePlan, undefined, 2)}\n` }
  for (const [path, content] of Object.entries(files)) {
    await mkdir(dirname(join(dir, path)), { recursive: true })
    await writeFile(join(dir, path), content)
  }
  const git = (...args: string[]) => exec('git', args, { cwd: dir })
  await git('init', '-q', '-b', 'main')
  await git('config', 'user.name', 'Wavefront demo')
  await git('config', 'user.email', 'demo@localhost')
  await git('add', '-A')
  await git('commit', '-q', '-m', 'A program that knows one command')
  return dir
}

/** The branch as a reader would look at it, and its tests once more, in a checkout of its own. */
async function showBranch(dir: string): Promise<void> {
  const branch = `wavefront/${samplePlan.name}`
  const log = await exec('git', ['log', '--first-parent', '--format=  %h %s', branch], { cwd: dir })
  await exec('git', ['switch', '-q', branch], { cwd: dir })
  const tests = await exec(process.execPath, ['--test', '--test-reporter=tap'], { cwd: dir })
  await exec('git', ['switch', '-q', 'main'], { cwd: dir })
  const passed = /^# pass (\d+)$/m.exec(tests.stdout)?.[1] ?? '?'
  console.log(`
The branch ${branch}, with ${passed} tests that pass:
${log.stdout.trimEnd()}

The report: ${await findReport(dir)}

Next, in a repository of yours, with a plan or a Beads store (docs/plans.md):
  ${self()} graph
  ${self()} run --agent 'opencode run' --checks 'npm test'`)
}

async function findReport(dir: string): Promise<string> {
  const runs = join(dir, '.wavefront', 'runs')
  const [last = ''] = (await readdir(runs)).sort().reverse()
  return join(runs, last, 'report.html')
}

/** How the reader calls this program. */
function self(): string {
  const path = process.argv[1] ?? 'wavefront'
  return basename(path) === 'wavefront' ? 'wavefront' : `node ${path}`
}

function quote(path: string): string {
  return `'${path.replaceAll("'", `'\\''`)}'`
}
