import type { Outcome, Task } from '@wavefront/tasks'
import type { Progress } from './events.ts'
import type { CommitSha } from './names.ts'
import type { WavePolicy } from './policy.ts'
import type {
  Agent,
  Branches,
  Checks,
  Snapshot,
  TaskResult,
  WorkEnd,
  WorkPlace,
  Workspace,
  Workspaces,
} from './ports/index.ts'
import type { WaveTask } from './prepare-wave.ts'
import { renderPrompt } from './prompt.ts'
import { trailer } from './trailers.ts'

export interface ExecutePorts {
  readonly workspaces: Workspaces
  readonly branches: Branches
  readonly agent: Agent
  readonly checks?: Checks
  readonly clock: () => Date
  readonly progress: Progress
  /** Where the log of this name is written. */
  readonly logFor: (name: string) => string
}

export interface TaskOrder extends WaveTask {
  readonly wave: number
  readonly base: CommitSha
  readonly above: readonly Task[]
  readonly checksLine?: string
  readonly keepWorktrees: WavePolicy['keepWorktrees']
  readonly signal: AbortSignal
}

/** What came of a task: a result to be merged or recorded, or nothing because the run was ended. */
export type Executed =
  | { readonly is: 'result'; readonly result: TaskResult }
  | { readonly is: 'interrupted' }

/** One task, one agent, one commit on one branch. The task store is not touched. */
export async function executeTask(ports: ExecutePorts, order: TaskOrder): Promise<Executed> {
  if (order.signal.aborted) return { is: 'interrupted' }
  const { task, wave, attempt, base } = order
  const workspace = await ports.workspaces.open(base)
  const log = ports.logFor(`${task.id}.${attempt}`)
  const startedAt = ports.clock()
  const { id, title } = task
  const { lane } = workspace
  ports.progress({ is: 'task-started', id, title, wave, attempt, lane, at: startedAt, log })
  let keep = true
  try {
    const judged = await work(ports, order, workspace, log)
    keep = shouldKeep(order.keepWorktrees, judged)
    const commit = await commitWork(workspace, judged, order, startedAt, ports.clock())
    const result: TaskResult = {
      ...{ id, wave, attempt, base, startedAt, log, finishedAt: ports.clock() },
      outcome: judged.outcome === 'interrupted' ? 'failed' : judged.outcome,
      ...(judged.reason === undefined ? {} : { reason: judged.reason }),
      ...(commit === undefined ? {} : { commit }),
      ...(judged.greenTree === undefined ? {} : { greenTree: judged.greenTree }),
    }
    await ports.branches.publish(result)
    ports.progress({
      ...{ is: 'task-ended', id, at: result.finishedAt, outcome: judged.outcome },
      ...(judged.reason === undefined ? {} : { reason: judged.reason }),
      ...(commit === undefined ? {} : { commit }),
      ...(keep ? { kept: workspace.dir } : {}),
    })
    return judged.outcome === 'interrupted' ? { is: 'interrupted' } : { is: 'result', result }
  } finally {
    await workspace.close({ keep })
  }
}

interface Judged {
  readonly outcome: Outcome | 'interrupted'
  readonly reason?: string
  readonly tree?: string
  readonly greenTree?: string
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
  const judged = judgeAgent(ended, snapshot)
  if (judged.outcome !== 'done' || !ports.checks) return judged
  ports.progress({ is: 'task-checked', id: task.id })
  return judgeChecks(await ports.checks.run(place), judged)
}

function promptFor({ task, above, attempt, previous, checksLine }: TaskOrder): string {
  return renderPrompt({
    ...{ task, above, attempt },
    ...(previous === undefined ? {} : { previous }),
    ...(checksLine === undefined ? {} : { checks: checksLine }),
  })
}

/** The exit code alone proves nothing: an agent that changed no file has not worked. */
function judgeAgent(ended: WorkEnd, snapshot: Snapshot): Judged {
  const tree = snapshot.is === 'changed' ? { tree: snapshot.tree } : {}
  if (ended.is === 'interrupted') {
    return { outcome: 'interrupted', reason: 'the run was interrupted', ...tree }
  }
  if (ended.is !== 'succeeded') {
    return { outcome: ended.is, reason: withTail(ended.why, ended.tail), ...tree }
  }
  if (snapshot.is === 'unchanged') {
    return { outcome: 'no-changes', reason: 'the agent ended without changing a file' }
  }
  if (snapshot.conflicted.length > 0) {
    const where = snapshot.conflicted.join(', ')
    return { outcome: 'failed', reason: `the agent left conflict markers in ${where}`, ...tree }
  }
  return { outcome: 'done', ...tree }
}

function judgeChecks(ended: WorkEnd, judged: Judged): Judged {
  if (ended.is === 'succeeded') {
    return { ...judged, ...(judged.tree === undefined ? {} : { greenTree: judged.tree }) }
  }
  if (ended.is === 'interrupted') {
    return { ...judged, outcome: 'interrupted', reason: 'the run was interrupted' }
  }
  return { ...judged, outcome: ended.is, reason: withTail(ended.why, ended.tail) }
}

function commitWork(
  workspace: Workspace,
  { outcome, reason, tree }: Judged,
  { task, wave, attempt }: TaskOrder,
  startedAt: Date,
  at: Date,
): Promise<CommitSha> | undefined {
  if (tree === undefined) return undefined
  return workspace.commit(tree, {
    at,
    subject: `feat(${task.id}): ${task.title}`,
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

function withTail(why: string, tail: string): string {
  return tail === '' ? why : `${why}\n${tail}`
}
