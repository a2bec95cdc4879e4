import type { Task } from '@wavefront/tasks'
import type { Progress } from './events.ts'
import { type Judged, judgeAgent, judgeChecks } from './judge.ts'
import type { CommitSha } from './names.ts'
import type { WavePolicy } from './policy.ts'
import type {
  Agent,
  Branches,
  Checks,
  TaskResult,
  WorkPlace,
  Workspace,
  Workspaces,
} from './ports/index.ts'
import type { WaveTask } from './prepare-wave.ts'
import { renderPrompt } from './prompt.ts'
import { trailer } from './trailers.ts'

export interface ExecutePorts {
  readonly workspaces: Workspaces
  readonly branches: Pick<Branches, 'publish'>
  readonly agent: Agent
  readonly checks?: Checks
  readonly clock: () => Date
  readonly progress: Progress
  /** Where the log of this name is written. */
  readonly logFor: (name: string) => string
  /** Why work must not leave the worker, whatever the agent and the checks say of it. */
  readonly review?: Review
}

export type Review = (work: {
  readonly base: CommitSha
  /** A tree, or a commit. */
  readonly to: string
}) => Promise<string | undefined>

export interface TaskOrder extends WaveTask {
  readonly wave: number
  readonly base: CommitSha
  readonly above: readonly Task[]
  readonly checksLine?: string
  readonly keepWorktrees: WavePolicy['keepWorktrees']
  readonly signal: AbortSignal
  /** The issue that the task belongs to. */
  readonly issue?: number
  /** The commit is all that the others will see, so there is one even where nothing has changed. */
  readonly alwaysCommit?: boolean
}

/** What came of a task: a result to be merged or recorded, or nothing because the run was ended. */
export type Executed =
  | { readonly is: 'result'; readonly result: TaskResult }
  | { readonly is: 'interrupted' }

/** One task, one agent, one commit on one branch. The task store is not touched. */
export async function executeTask(ports: ExecutePorts, order: TaskOrder): Promise<Executed> {
  if (order.signal.aborted) return { is: 'interrupted' }
  const workspace = await ports.workspaces.open(order.base)
  const started = announceStart(ports, order, workspace)
  let keep = true
  try {
    const judged = await work(ports, order, workspace, started.log)
    keep = shouldKeep(order.keepWorktrees, judged)
    const commit = await commitWork(workspace, judged, order, started.at, ports.clock())
    const result = toResult(order, judged, { started, finishedAt: ports.clock(), commit })
    await ports.branches.publish(result)
    announceEnd(ports, result, judged, keep ? workspace.dir : undefined)
    return judged.outcome === 'interrupted' ? { is: 'interrupted' } : { is: 'result', result }
  } finally {
    await workspace.close({ keep })
  }
}

interface Started {
  readonly at: Date
  readonly log: string
}

function announceStart(
  { logFor, clock, progress }: ExecutePorts,
  { task: { id, title }, wave, attempt }: TaskOrder,
  { lane }: Workspace,
): Started {
  const started = { at: clock(), log: logFor(`${id}.${attempt}`) }
  progress({ is: 'task-started', id, title, wave, attempt, lane, ...started })
  return started
}

function announceEnd(
  { progress }: ExecutePorts,
  { id, finishedAt, commit }: TaskResult,
  { outcome, reason }: Judged,
  kept: string | undefined,
): void {
  progress({
    ...{ is: 'task-ended', id, at: finishedAt, outcome },
    ...(reason === undefined ? {} : { reason }),
    ...(commit === undefined ? {} : { commit }),
    ...(kept === undefined ? {} : { kept }),
  })
}

function toResult(
  { task: { id }, wave, attempt, base }: TaskOrder,
  { outcome, reason, greenTree }: Judged,
  made: { started: Started; finishedAt: Date; commit: CommitSha | undefined },
): TaskResult {
  const { started, finishedAt, commit } = made
  return {
    ...{ id, wave, attempt, base, finishedAt, startedAt: started.at, log: started.log },
    outcome: outcome === 'interrupted' ? 'failed' : outcome,
    ...(reason === undefined ? {} : { reason }),
    ...(commit === undefined ? {} : { commit }),
    ...(greenTree === undefined ? {} : { greenTree }),
  }
}

async function work(
  ports: ExecutePorts,
  order: TaskOrder,
  workspace: Workspace,
  log: string,
): Promise<Judged> {
  const { task, wave, attempt, signal } = order
  const onLine = (line: string) => ports.progress({ is: 'task-said', id: task.id, line })
  const place: WorkPlace = { dir: workspace.dir, log, signal, onLine }
  const facts = {
    WAVEFRONT_TASK_ID: task.id,
    WAVEFRONT_WAVE: String(wave),
    WAVEFRONT_ATTEMPT: String(attempt),
  }
  const ended = await ports.agent.work({ ...place, prompt: promptFor(order), facts })
  // Before the checks, which leave files of their own.
  const snapshot = await workspace.snapshot()
  const judged = await review(ports, order, judgeAgent(ended, snapshot))
  if (judged.outcome !== 'done' || !ports.checks) return judged
  ports.progress({ is: 'task-checked', id: task.id })
  return judgeChecks(await ports.checks.run(place), judged)
}

async function review(ports: ExecutePorts, { base }: TaskOrder, judged: Judged): Promise<Judged> {
  if (judged.outcome !== 'done' || judged.tree === undefined) return judged
  const reason = await ports.review?.({ base, to: judged.tree })
  return reason === undefined ? judged : { ...judged, outcome: 'rejected', reason }
}

function promptFor({ task, above, attempt, previous, checksLine, issue }: TaskOrder): string {
  return renderPrompt({
    ...{ task, above, attempt },
    ...(issue === undefined ? {} : { issue }),
    ...(previous === undefined ? {} : { previous }),
    ...(checksLine === undefined ? {} : { checks: checksLine }),
  })
}

function commitWork(
  workspace: Workspace,
  { outcome, reason, tree }: Judged,
  { task, wave, attempt, alwaysCommit }: TaskOrder,
  startedAt: Date,
  at: Date,
): Promise<CommitSha> | undefined {
  if (tree === undefined && !alwaysCommit) return undefined
  return workspace.commit(tree ?? 'unchanged', {
    at,
    subject: `feat(${task.id}): ${task.title}`,
    // A trailer is one short line, and the next attempt needs the whole.
    ...(reason === undefined ? {} : { body: reason }),
    trailers: {
      [trailer.task]: task.id,
      [trailer.wave]: String(wave),
      [trailer.attempt]: String(attempt),
      [trailer.outcome]: outcome,
      [trailer.started]: startedAt.toISOString(),
      ...(reason === undefined ? {} : { [trailer.reason]: reason }),
    },
  })
}

function shouldKeep(policy: WavePolicy['keepWorktrees'], { outcome }: Judged): boolean {
  const isFailure = outcome !== 'done' && outcome !== 'interrupted' && outcome !== 'no-changes'
  return policy === 'all' || (policy === 'failed' && isFailure)
}
