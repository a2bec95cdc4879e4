import { type Problem, UserError, unwrap } from '@wavefront/errors'
import { buildGraph, type Task, type TaskId } from '@wavefront/tasks'
import type { StoreChanges, StoredTasks } from '@wavefront/wave'
import { isSameAttempt } from './journal.ts'

/** Fails, before anything is written, if a change is for a task that the store does not have. */
export function refuseUnknown(changes: StoreChanges, stored: StoredTasks, where: string): void {
  const known = new Set(stored.tasks.map((task) => task.id))
  const asked = new Set([...changes.close, ...changes.record].map(({ id }) => id))
  const unknown = [...asked].filter((id) => !known.has(id))
  if (unknown.length > 0) throw new UserError(unknown.map((id) => missing(id, where)))
}

function missing(id: TaskId, where: string): Problem {
  return {
    what: `the store has no task "${id}"`,
    where,
    fix: 'see whether it was renamed or deleted since the run began, and run again',
  }
}

/** What of the changes is not so yet. */
export function remaining(changes: StoreChanges, stored: StoredTasks): StoreChanges {
  const closed = new Set(
    stored.tasks.filter((task) => task.state === 'closed').map((task) => task.id),
  )
  return {
    close: firstOfEach(changes.close.filter(({ id }) => !closed.has(id))),
    record: changes.record.filter(({ id, attempt }, place) => {
      const isThere = stored.attempts.get(id)?.some((one) => isSameAttempt(one, attempt))
      const isAgain = changes.record
        .slice(0, place)
        .some((one) => one.id === id && isSameAttempt(one.attempt, attempt))
      return !isThere && !isAgain
    }),
  }
}

function firstOfEach<C extends { readonly id: TaskId }>(closes: readonly C[]): C[] {
  return [...new Map([...closes].reverse().map((close) => [close.id, close])).values()].reverse()
}

/** The store said that all went well; believe it only when what was asked can be read in it. */
export function insistOn(changes: StoreChanges, stored: StoredTasks, where: string): void {
  const { close, record } = remaining(changes, stored)
  const fix = 'run again: what is done is kept; if it happens twice, look at the store by hand'
  const problems = [
    ...close.map(({ id }) => ({ what: `task "${id}" was closed, but is not closed`, where, fix })),
    ...record.map(({ id, attempt }) => ({
      what: `attempt ${attempt.attempt} of task "${id}" was recorded, but is not there`,
      where,
      fix,
    })),
  ]
  if (problems.length > 0) throw new UserError(problems)
}

/** Faulty tasks are refused before any of them is stored. References may lead to what is there already. */
export function refuseFaulty(tasks: readonly Task[], stored: StoredTasks): void {
  const added = new Set(tasks.map((task) => task.id))
  unwrap(buildGraph([...stored.tasks.filter((task) => !added.has(task.id)), ...tasks]))
}
