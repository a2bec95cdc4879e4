import { suggest, UserError, unwrap } from '@wavefront/errors'
import {
  buildGraph,
  deadlocked,
  type HeldTask,
  isTaskId,
  readiness,
  selectWave,
  type Task,
  type TaskGraph,
  type TaskId,
} from '@wavefront/tasks'
import { defaultPolicy } from '@wavefront/wave'
import { exitCodes } from '../exit-codes.ts'
import { explainHeld } from '../held.ts'
import { oneLine } from '../output/one-line.ts'
import { readSource, type SourceOptions } from '../source.ts'

export interface ReadyOptions extends SourceOptions {
  readonly epic?: string
  readonly json?: boolean
}

interface Answer {
  readonly state: 'ready' | 'complete' | 'stuck' | 'waiting'
  readonly ready: readonly { id: string; title: string; priority: number }[]
  readonly held: readonly { id: string; why: string }[]
  readonly waiting: readonly { id: string; for: readonly string[] }[]
  readonly paused: readonly { id: string; why: string }[]
  /** These wait for something that waits for them. */
  readonly deadlocked: readonly string[]
  readonly notes: readonly string[]
}

/** `wavefront ready`: the tasks that could run now, in the order in which they would. */
export async function ready(options: ReadyOptions): Promise<number> {
  const source = await readSource(options, process.cwd())
  const graph = unwrap(buildGraph(source.tasks))
  const under = options.epic === undefined ? undefined : findEpic(graph, options.epic)
  const standing = readiness(graph, under === undefined ? {} : { under })
  const { chosen, held } = selectWave(graph, {
    ready: standing.ready,
    attempts: new Map([...source.attempts].map(([id, made]) => [id, made.length])),
    maxTasks: Number.MAX_SAFE_INTEGER,
    maxAttempts: defaultPolicy.maxAttempts,
  })
  const answer: Answer = {
    state: stateOf(chosen, standing),
    ready: chosen.map((id) => describe(graph.find(id) as Task)),
    held: held.map((one: HeldTask) => ({ id: one.id, why: explainHeld(one) })),
    waiting: standing.waiting,
    paused: standing.paused.map((id) => ({ id, why: graph.find(id)?.why ?? 'paused' })),
    deadlocked: deadlocked(graph),
    notes: source.notes,
  }
  console.log(options.json ? JSON.stringify(answer, undefined, 2) : render(answer))
  return exitCodes.done
}

export function findEpic(graph: TaskGraph, id: string): TaskId {
  const found = isTaskId(id) ? graph.find(id) : undefined
  if (found && (found.kind === 'epic' || graph.children(found.id).length > 0)) return found.id
  const known = graph.tasks.filter(({ kind }) => kind === 'epic').map((task) => task.id)
  throw new UserError({
    what: found
      ? `"${id}" is a task, and no epic`
      : `there is no epic "${id}"${suggest(id, known)}`,
    where: '--epic',
    fix: known.length > 0 ? `write one of: ${known.slice(0, 20).join(', ')}` : 'leave --epic out',
  })
}

function describe({ id, title, priority }: Task): Answer['ready'][number] {
  return { id, title, priority }
}

function stateOf(
  chosen: readonly TaskId[],
  { ready, waiting, paused }: ReturnType<typeof readiness>,
): Answer['state'] {
  if (chosen.length > 0) return 'ready'
  if (ready.length + waiting.length + paused.length === 0) return 'complete'
  return paused.length > 0 && ready.length === 0 ? 'waiting' : 'stuck'
}

const headings: Record<Answer['state'], string> = {
  ready: 'Ready, in the order in which they would start:',
  complete: 'Everything is done.',
  stuck: 'Nothing can go on by itself.',
  waiting: 'Nothing is ready: the rest is in somebody’s hands.',
}

function render(answer: Answer): string {
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : [`${title}\n${lines.map((line) => `  ${line}`).join('\n')}`]
  return [
    [
      headings[answer.state],
      ...answer.ready.map(({ id, title }) => `  ${id}  ${oneLine(title)}`),
    ].join('\n'),
    ...block(
      'Held:',
      answer.held.map(({ id, why }) => `${id}: ${why}`),
    ),
    ...block(
      'Waiting:',
      answer.waiting.map((task) => `${task.id} for ${task.for.join(', ')}`),
    ),
    ...block(
      'Paused:',
      answer.paused.map(({ id, why }) => `${id}: ${why}`),
    ),
    ...block('In a circle that never ends:', answer.deadlocked),
    ...block('Notes:', answer.notes),
  ].join('\n\n')
}
