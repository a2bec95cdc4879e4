import type { TaskId } from '@wavefront/tasks'

declare const commitBrand: unique symbol
declare const branchBrand: unique symbol

/** A full object name of a commit. */
export type CommitSha = string & { readonly [commitBrand]: 'CommitSha' }
/** A branch's short name (`main`, `opencode/issue-7`), safe as an argument and as a part of a ref. */
export type BranchName = string & { readonly [branchBrand]: 'BranchName' }

export function isCommitSha(text: string): text is CommitSha {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(text)
}

export function commitSha(text: string): CommitSha {
  if (isCommitSha(text)) return text
  throw new TypeError(`not a commit: ${JSON.stringify(text)}`)
}

/** Git's own rules for a branch name, and no leading dash. */
export function isBranchName(text: string): text is BranchName {
  return (
    /^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/.test(text) &&
    !/\.\.|\/\/|\/\.|\/$|\.$|\.lock(\/|$)/.test(text)
  )
}

export function branchName(text: string): BranchName {
  if (isBranchName(text)) return text
  throw new TypeError(`not a branch name: ${JSON.stringify(text)}`)
}

/** Where a worker's result waits to be merged. */
export function taskBranch(feature: BranchName, id: TaskId): BranchName {
  return `${feature}-task-${id}` as BranchName
}

/** Where work that failed is kept, for people and for the next attempt. */
export function failedBranch(feature: BranchName, id: TaskId): BranchName {
  return `${feature}-failed-${id}` as BranchName
}
