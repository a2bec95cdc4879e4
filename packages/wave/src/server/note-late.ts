import { type BranchName, failedBranch, taskBranch } from '../names.ts'
import type { LateResult } from './current-results.ts'

const words: Record<LateResult['task'], string> = {
  closed: 'was closed',
  paused: 'was paused',
  gone: 'was taken out of the store',
}

/** Where the work is that came too late, in a sentence or two each. */
export function noteLate(late: readonly LateResult[], feature: BranchName): readonly string[] {
  return late.map(({ result: { id, outcome }, task }) => {
    const waits = task === 'paused' && outcome === 'done'
    const branch = waits ? taskBranch(feature, id) : failedBranch(feature, id)
    const then = waits ? ', from where it is merged when the task is open again' : ''
    return `${id} ${words[task]} while an agent worked on it, so its work has not landed. It is kept on the branch ${branch}${then}.`
  })
}
