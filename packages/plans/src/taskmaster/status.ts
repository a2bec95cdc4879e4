import type { TaskState } from '@wavefront/tasks'

export const statuses = [
  'pending',
  'in-progress',
  'done',
  'completed',
  'cancelled',
  'review',
  'deferred',
  'blocked',
] as const

export type Status = (typeof statuses)[number]

interface State {
  readonly state: TaskState
  readonly why?: string
}

const states: Record<Status, State> = {
  pending: { state: 'open' },
  /** A file is no lock: whoever marked it may be long gone, and a note says that we go on. */
  'in-progress': { state: 'open' },
  done: { state: 'closed' },
  completed: { state: 'closed' },
  cancelled: { state: 'closed', why: 'cancelled' },
  review: { state: 'paused', why: 'in review' },
  deferred: { state: 'paused', why: 'deferred' },
  blocked: { state: 'paused', why: 'blocked' },
}

export function stateOf(status: Status | null | undefined): State {
  return states[status ?? 'pending']
}

const priorities = { critical: 0, high: 1, medium: 2, low: 3 } as const

export function priorityOf(priority: keyof typeof priorities | null | undefined): number {
  return priorities[priority ?? 'medium']
}
