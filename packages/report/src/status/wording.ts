import type { AttemptEnd, Outcome } from '@wavefront/tasks'
import type { StatusPhase, StatusReport, StatusTaskState } from '../status-report.ts'
import { markOf, type Tone } from '../wording.ts'

/** `{wave}` stands for the wave's number. */
export const headlineOf: Record<StatusPhase, string> = {
  working: 'Wave {wave} is running',
  landed: 'Wave {wave} is done',
  complete: 'Complete',
  stuck: 'Nothing can go on by itself',
  waiting: 'Waiting for somebody',
  stopped: 'Stopped before the end',
  failed: 'Nothing of wave {wave} could land',
}

export const nextStepOf: Record<StatusPhase | 'complete-without-pull-request', string> = {
  working:
    'Nothing for you to do: when the agents are done, their work is merged, checked and landed.',
  landed: 'Nothing for you to do: the next wave starts by itself.',
  complete: 'Now it is yours: review the pull request and merge it.',
  'complete-without-pull-request': 'Nothing is left to do, and there is nothing to merge.',
  stuck:
    'Each stuck task is listed below with what it needs. When that is done, start the next wave with “Run workflow” on the Actions page.',
  waiting:
    'Somebody has to finish the paused tasks, or set them to open in the store. Then start the next wave with “Run workflow” on the Actions page.',
  stopped: 'To go on, start the next wave with “Run workflow” on the Actions page.',
  failed:
    'Nothing has landed. Mend the cause, then start the wave again with “Run workflow” on the Actions page.',
}

/** The commit status has room for a few words. */
export const statusSuffixOf: Record<StatusPhase, string> = {
  working: '',
  landed: '',
  complete: '',
  stuck: '; the rest is stuck and needs a person',
  waiting: '; waiting for somebody',
  stopped: '; stopped before the end',
  failed: '; the last wave could not land',
}

export const commitStateOf: Record<StatusPhase, 'pending' | 'success' | 'failure'> = {
  working: 'pending',
  landed: 'pending',
  complete: 'success',
  stuck: 'failure',
  waiting: 'pending',
  stopped: 'failure',
  failed: 'failure',
}

/** In the order in which tasks are counted. */
export const wordOfState: Record<StatusTaskState, string> = {
  landed: 'landed',
  closed: 'closed',
  working: 'working',
  ready: 'ready',
  held: 'held',
  waiting: 'waiting',
  paused: 'paused',
  failed: 'failed',
}

export const markOfState: Record<StatusTaskState, string> = {
  landed: markOf.good,
  closed: markOf.past,
  working: '▸',
  ready: markOf.wait,
  held: markOf.wait,
  waiting: markOf.wait,
  paused: '‖',
  failed: markOf.bad,
}

/** Where not all tasks have room, those of the lower number are shown. */
export const urgencyOf: Record<StatusTaskState, number> = {
  failed: 0,
  paused: 1,
  working: 2,
  held: 3,
  ready: 4,
  waiting: 5,
  landed: 6,
  closed: 7,
}

/** How an attempt ended, after the words "the last attempt". */
export const lastAttempt: Record<AttemptEnd, string> = {
  landed: 'landed and was reopened',
  failed: 'failed',
  'timed-out': 'ran out of time',
  'no-changes': 'changed nothing',
  rejected: 'was rejected',
  requeued: 'was put back because it conflicts',
  'set-aside': 'was set aside for a person because it conflicts',
  ejected: 'was taken out because the merged tree is red with it',
}

export const build: Record<StatusReport['checks'], string> = {
  passed: '✓ passed',
  failed: '✗ failed',
  none: 'no checks',
}

export const outcomeOf: Record<Outcome, string> = {
  done: 'done',
  failed: 'failed',
  'timed-out': 'ran out of time',
  'no-changes': 'nothing changed',
  rejected: 'changes rejected',
}

export const toneOfOutcome: Record<Outcome, Tone> = {
  done: 'good',
  failed: 'bad',
  'timed-out': 'bad',
  'no-changes': 'bad',
  rejected: 'bad',
}

const again = 'The task stays open and is tried again in the next wave while it has attempts left.'

export const afterOutcome: Record<Outcome, string> = {
  done: 'Next, the commit is merged and checked together with the rest of the wave.',
  failed: again,
  'timed-out': again,
  'no-changes': again,
  rejected: again,
}
