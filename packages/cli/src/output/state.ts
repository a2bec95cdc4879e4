import type { TaskId } from '@wavefront/tasks'
import type { TaskEnded, WaveEvent } from '@wavefront/wave'
import { firstLine } from './one-line.ts'

/** What a live table shows: folded from the events, one row a task of the current wave. */
export interface LiveState {
  readonly wave: number
  readonly total: number
  readonly done: number
  /** Of all tasks there are, so that the table keeps its shape from wave to wave. */
  readonly idWidth: number
  readonly rows: ReadonlyMap<TaskId, LiveRow>
  /** What happens to the wave as a whole: merging, verifying. */
  readonly phase: string
}

export interface LiveRow {
  readonly title: string
  readonly state: 'waiting' | 'working' | 'checking' | 'merged' | TaskEnded['outcome']
  readonly startedAt?: Date
  readonly finishedAt?: Date
  readonly lastLine: string
}

export const nothingYet: LiveState = {
  ...{ wave: 0, total: 0, done: 0, idWidth: 0 },
  rows: new Map(),
  phase: '',
}

export function advance(state: LiveState, event: WaveEvent): LiveState {
  switch (event.is) {
    case 'prepared':
      return begin(state, event.wave)
    case 'task-started': {
      const { id, title, at, attempt } = event
      const lastLine = attempt > 1 ? `attempt ${attempt}` : ''
      return withRow(state, id, { title, state: 'working', startedAt: at, lastLine })
    }
    case 'task-said':
      return changeRow(state, event.id, { lastLine: event.line })
    case 'task-checked':
      return changeRow(state, event.id, { state: 'checking', lastLine: 'running the checks' })
    case 'task-ended': {
      const lastLine = event.outcome === 'done' ? 'waits to be merged' : firstLine(event.reason)
      return changeRow(state, event.id, { state: event.outcome, finishedAt: event.at, lastLine })
    }
    case 'base-merged':
      return state
    case 'merging':
      return { ...state, phase: `merging ${count(event.ids)}` }
    case 'task-merged': {
      const { length } = event.resolutions
      const lastLine = length === 0 ? 'merged cleanly' : `merged, ${length} conflicts resolved`
      return changeRow(state, event.id, { state: 'merged', lastLine })
    }
    case 'task-requeued':
      return changeRow(state, event.id, { state: 'requeued', lastLine: event.why })
    case 'verifying':
      return { ...state, phase: `checking ${count(event.ids)} merged together` }
    case 'verified':
      return { ...state, phase: event.green ? 'the checks passed' : 'the checks failed' }
    case 'flaky':
      return { ...state, phase: 'the checks are flaky' }
    case 'landed': {
      const landed = event.ends.filter(({ end }) => end === 'landed').length
      const ended = event.ends.reduce(
        (now, { id, end, reason }) =>
          changeRow(now, id, { state: end, ...(reason ? { lastLine: firstLine(reason) } : {}) }),
        state,
      )
      return { ...ended, done: state.done + landed, phase: '' }
    }
  }
}

function begin(state: LiveState, wave: Extract<WaveEvent, { is: 'prepared' }>['wave']): LiveState {
  const tasks = wave.graph.tasks.filter(({ kind }) => kind === 'task')
  const isSameWave = wave.wave === state.wave
  const rows = new Map(isSameWave ? state.rows : atWork(state.rows))
  for (const { task } of wave.tasks) {
    if (!rows.has(task.id)) {
      rows.set(task.id, { title: task.title, state: 'waiting', lastLine: '' })
    }
  }
  const done = tasks.filter(({ state: at }) => at === 'closed').length
  const idWidth = Math.min(40, Math.max(0, ...tasks.map(({ id }) => id.length)))
  return { wave: wave.wave, total: tasks.length, done, idWidth, rows, phase: '' }
}

/** In a rolling run, workers outlast the landing that begins the next batch. */
function atWork(rows: ReadonlyMap<TaskId, LiveRow>): [TaskId, LiveRow][] {
  return [...rows].filter(([, { state }]) => state === 'working' || state === 'checking')
}

function withRow(state: LiveState, id: TaskId, row: LiveRow): LiveState {
  return { ...state, rows: new Map(state.rows).set(id, row) }
}

function changeRow(state: LiveState, id: TaskId, change: Partial<LiveRow>): LiveState {
  const row = state.rows.get(id)
  return row ? withRow(state, id, { ...row, ...change }) : state
}

function count(ids: readonly unknown[]): string {
  return ids.length === 1 ? '1 task' : `${ids.length} tasks`
}
