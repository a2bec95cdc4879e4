import { removeWorkspaces } from '@wavefront/git'
import { renderRunJson } from '@wavefront/report'
import {
  createRecorder,
  type Progress,
  type RunOutcome,
  runRolling,
  runWaves,
} from '@wavefront/wave'
import { surviveClosedPipes } from '../closed-pipes.ts'
import { exitCodes } from '../exit-codes.ts'
import { type Interruption, onInterruption } from '../interruption.ts'
import { renderEnding } from '../output/ending.ts'
import type { ProgressView } from '../output/progress-view.ts'
import { openView } from '../output/view.ts'
import { askForWave } from '../run/approval.ts'
import { checkOptions } from '../run/check-options.ts'
import { showNextWave } from '../run/dry-run.ts'
import type { RunOptions } from '../run/options.ts'
import { openPorts } from '../run/ports.ts'
import { createRunFolder } from '../run/run-folder.ts'
import { whileAlone } from '../run/run-lock.ts'
import { type RunSetup, setUpRun } from '../run/set-up.ts'

/** `wavefront run`: reads and judges everything first, then works the graph off and writes the report. */
export async function run(options: RunOptions): Promise<number> {
  await checkOptions(options)
  const setup = await setUpRun(options, process.cwd())
  if (options.dryRun) return showNextWave(setup, options)
  surviveClosedPipes()
  return whileAlone(setup.repository, () => runToTheEnd(setup, options))
}

async function runToTheEnd(setup: RunSetup, options: RunOptions): Promise<number> {
  const stream = options.json ? process.stderr : process.stdout
  const view = await openView(stream)
  const interruption = onInterruption(view.say)
  const folder = await createRunFolder(setup.repository.top, new Date())
  const recorder = createRecorder({
    title: setup.title,
    branch: setup.feature,
    base: /^[0-9a-f]{40,}$/.test(setup.base) ? setup.base.slice(0, 12) : setup.base,
    schedule: options.schedule,
    jobs: setup.policy.jobs,
    startedAt: new Date(),
    ...(setup.under === undefined ? {} : { under: setup.under }),
  })
  const progress: Progress = (event) => {
    recorder.progress(event)
    view.progress(event)
  }
  for (const note of setup.notes) view.say(`note: ${note}`)
  try {
    if (setup.planned.length > 0) await setup.store.add(setup.planned)
    const ports = openPorts(setup, options, {
      ...{ progress, logFor: folder.logFor, signal: interruption.signal },
    })
    const outcome = await start(options, view, ports, setup, interruption)
    view.end()
    const report = recorder.report(outcome, new Date())
    const files = await folder.write(report)
    stream.write(`${renderEnding(outcome, report, files, setup)}\n`)
    if (options.json) process.stdout.write(`${renderRunJson(report)}\n`)
    return exitCodeOf(outcome)
  } finally {
    view.end()
    interruption.dispose()
    // Left where they are, the checkouts would be seen by test runners and linters of the repository.
    await removeWorkspaces(setup.repository, 'without-kept')
  }
}

function start(
  options: RunOptions,
  view: ProgressView,
  ports: ReturnType<typeof openPorts>,
  { feature, policy, under }: RunSetup,
  interruption: Interruption,
): Promise<RunOutcome> {
  const runAll = options.schedule === 'rolling' ? runRolling : runWaves
  return runAll(ports, {
    ...{ feature, policy, signal: interruption.signal, onRed: options.onRed },
    // In a rolling run the other places are taken by workers.
    ...(options.schedule === 'waves' ? { checkJobs: policy.jobs } : {}),
    ...(under === undefined ? {} : { under }),
    ...(options.checks === undefined ? {} : { checksLine: options.checks }),
    ...(options.approve ? { approve: askForWave(view, interruption) } : {}),
  })
}

function exitCodeOf({ end }: RunOutcome): number {
  if (end === 'interrupted') return exitCodes.interrupted
  return end === 'complete' ? exitCodes.done : exitCodes.notDone
}
