import type { AttemptEnd } from '@wavefront/tasks'
import { count, formatSeconds } from './amounts.ts'
import type { Figures } from './figures.ts'
import type { ReportedConflict, ReportedLanding, ReportedTask, RunEnd } from './run-report.ts'

export type TaskState = ReportedTask['state']
export type End = AttemptEnd | 'interrupted'

/** How good a thing is, for colours and marks. */
export type Tone = 'good' | 'past' | 'wait' | 'bad'

/** The run in one sentence. */
export function outcome(end: RunEnd, { tasks, wallSeconds }: Figures): string {
  const before = tasks.doneBefore > 0 ? `, ${tasks.doneBefore} done before` : ''
  const landed = `${tasks.landed} of ${count(tasks.total, 'task')} landed`
  return `${endOfRun[end]}: ${landed} in ${formatSeconds(wallSeconds)}${before}.`
}

export const endOfRun: Record<RunEnd, string> = {
  complete: 'Everything is done',
  stuck: 'Nothing can go on by itself',
  waiting: 'The run waits for somebody',
  stopped: 'The run was stopped before the end',
}

export const toneOfRun: Record<RunEnd, Tone> = {
  complete: 'good',
  stuck: 'bad',
  waiting: 'wait',
  stopped: 'wait',
}

export const stateOfTask: Record<TaskState, string> = {
  landed: 'landed',
  'done-before': 'done before',
  open: 'open',
  failed: 'failed',
}

export const toneOfTask: Record<TaskState, Tone> = {
  landed: 'good',
  'done-before': 'past',
  open: 'wait',
  failed: 'bad',
}

export const endOfAttempt: Record<End, string> = {
  landed: 'landed',
  failed: 'failed',
  'timed-out': 'ran out of time',
  'no-changes': 'changed nothing',
  rejected: 'rejected',
  requeued: 'put back because it conflicts',
  'set-aside': 'set aside for a person because it conflicts',
  ejected: 'taken out because the merged tree is red with it',
  interrupted: 'interrupted',
}

export const toneOfAttempt: Record<End, Tone> = {
  landed: 'good',
  failed: 'bad',
  'timed-out': 'bad',
  'no-changes': 'bad',
  rejected: 'bad',
  requeued: 'wait',
  'set-aside': 'wait',
  ejected: 'bad',
  interrupted: 'wait',
}

/** How a conflict was settled, in words for people who do not know the ladder. */
export function wordStep({ step, gaveWay }: Pick<ReportedConflict, 'step' | 'gaveWay'>): string {
  const isMadeAnew = step === 'lock-file' && gaveWay === undefined
  return isMadeAnew ? 'the lock file is made anew' : stepOfConflict[step]
}

export const stepOfConflict: Record<ReportedConflict['step'], string> = {
  'json-by-key': 'merged key by key',
  'lock-set': 'the entries of both kept',
  'lock-file': 'the incoming lock file stands, for it is never merged line by line',
  union: 'the lines of both kept, as .gitattributes asks',
  'driver-ignored': 'the merge driver in .gitattributes is not run',
  resolver: 'merged by the installed resolver',
  'both-inserted': 'both insertions kept',
  'same-but-white-space': 'the same change, but for white space',
  'side-by-side': 'both changes kept, which touch each other',
  'token-by-token': 'merged token by token',
  'task-lines': 'the incoming lines stand',
  'task-file': 'the incoming file stands',
  'modified-file': 'the modified file stays',
  requeued: 'not settled: the task is done again',
}

export const checksOfLanding: Record<ReportedLanding['checks'], string> = {
  passed: 'checks passed',
  failed: 'checks failed',
  none: 'no checks',
}

export const toneOfChecks: Record<ReportedLanding['checks'], Tone> = {
  passed: 'good',
  failed: 'bad',
  none: 'past',
}

export const markOf: Record<Tone, string> = { good: '✓', past: '•', wait: '○', bad: '✗' }
