import type { Outcome, TaskId } from '@wavefront/tasks'
import { isTaskId } from '@wavefront/tasks'
import { trailer } from '@wavefront/wave'
import { parseTrailers } from './message.ts'

/** What our trailers say about a commit. */
export interface TaskMark {
  readonly id: TaskId
  readonly wave: number
  readonly attempt: number
  readonly outcome?: Outcome
  readonly reason?: string
  readonly startedAt?: Date
}

/** The mark in a commit's message; nothing unless it is whole and well-formed. */
export function parseTaskMark(message: string): TaskMark | undefined {
  const trailers = parseTrailers(message)
  const id = trailers.get(trailer.task) ?? ''
  const wave = toNumber(trailers.get(trailer.wave))
  const attempt = toNumber(trailers.get(trailer.attempt))
  if (!isTaskId(id) || wave === undefined || attempt === undefined) return undefined
  const outcome = toOutcome(trailers.get(trailer.outcome))
  const reason = trailers.get(trailer.reason)
  const startedAt = toDate(trailers.get(trailer.started))
  return {
    id,
    wave,
    attempt,
    ...(outcome && { outcome }),
    ...(reason && { reason }),
    ...(startedAt && { startedAt }),
  }
}

const outcomes: readonly Outcome[] = ['done', 'failed', 'timed-out', 'no-changes', 'rejected']

function toOutcome(text: string | undefined): Outcome | undefined {
  return outcomes.find((outcome) => outcome === text)
}

function toNumber(text: string | undefined): number | undefined {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : undefined
}

function toDate(text: string | undefined): Date | undefined {
  const date = new Date(text ?? '')
  return Number.isNaN(date.getTime()) ? undefined : date
}
