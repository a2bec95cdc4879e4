import type { TaskKind, TaskState } from '@wavefront/tasks'
import { type Issue, statusOf } from './issue.ts'

export interface Standing {
  readonly state: TaskState
  readonly why?: string
  readonly failed?: true
}

/** How an issue stands by its own fields, whatever it depends on. */
export function standing(issue: Issue, now: Date): Standing {
  const status = statusOf(issue)
  if (status === 'closed') return closed(issue)
  if (status === 'pinned' || issue.pinned) return { state: 'paused', why: 'pinned' }
  if (status !== 'open') return { state: 'paused', why: inWords(issue, status) }
  if (isDeferred(issue, now)) {
    return { state: 'paused', why: `deferred until ${issue.defer_until}` }
  }
  return { state: 'open' }
}

/** `defer_until` hides an issue until then, and in the Dolt dialect its children with it. */
export function isDeferred(issue: Issue, now: Date): boolean {
  return Date.parse(issue.defer_until ?? '') > now.getTime()
}

/** What bd looks for in a close reason to tell failure from success. */
const failureWords =
  /failed|rejected|wontfix|won't fix|cancell?ed|abandoned|blocked|error|timeout|aborted/i

function closed(issue: Issue): Standing {
  const why = issue.close_reason
  if (!why) return { state: 'closed' }
  return failureWords.test(why) ? { state: 'closed', why, failed: true } : { state: 'closed', why }
}

function inWords(issue: Issue, status: string): string {
  if (status === 'in_progress') {
    return issue.assignee ? `claimed by ${issue.assignee}` : 'in progress'
  }
  if (status === 'blocked') return 'blocked by hand'
  return status === 'deferred' || status === 'hooked' ? status : `its status is "${status}"`
}

/** Bd's own bookkeeping: never work for anybody. */
const internalTypes = new Set([
  'agent',
  'convoy',
  'event',
  'gate',
  'merge-request',
  'message',
  'molecule',
  'rig',
  'role',
  'slot',
])

export function kindOf(issue: Issue): TaskKind {
  if (issue.ephemeral || issue.is_template) return 'internal'
  if (issue.issue_type === 'epic') return 'epic'
  return internalTypes.has(issue.issue_type ?? '') ? 'internal' : 'task'
}
