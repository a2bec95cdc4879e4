import type { Outcome } from '@wavefront/tasks'
import type { Snapshot, WorkEnd } from './ports/index.ts'

/** What we say of an agent's work, whatever its exit code says. */
export interface Judged {
  readonly outcome: Outcome | 'interrupted'
  readonly reason?: string
  readonly tree?: string
  readonly greenTree?: string
}

/** The exit code alone proves nothing: an agent that changed no file has not worked. */
export function judgeAgent(ended: WorkEnd, snapshot: Snapshot): Judged {
  const tree = snapshot.is === 'changed' ? { tree: snapshot.tree } : {}
  if (ended.is === 'interrupted') {
    return { outcome: 'interrupted', reason: 'the run was interrupted', ...tree }
  }
  if (ended.is !== 'succeeded') {
    return { outcome: ended.is, reason: withTail(ended.why, ended.tail), ...tree }
  }
  if (snapshot.broke !== undefined) return { outcome: 'failed', reason: snapshot.broke, ...tree }
  if (snapshot.is === 'gone') {
    return { outcome: 'failed', reason: 'the agent deleted its own checkout' }
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

export function judgeChecks(ended: WorkEnd, judged: Judged): Judged {
  if (ended.is === 'succeeded') {
    return { ...judged, ...(judged.tree === undefined ? {} : { greenTree: judged.tree }) }
  }
  if (ended.is === 'interrupted') {
    return { ...judged, outcome: 'interrupted', reason: 'the run was interrupted' }
  }
  return { ...judged, outcome: ended.is, reason: withTail(ended.why, ended.tail) }
}

function withTail(why: string, tail: string): string {
  return tail === '' ? why : `${why}\n${tail}`
}
