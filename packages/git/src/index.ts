export { checkFeature } from './branches/check-feature.ts'
export { refuseCheckedOut } from './branches/checked-out.ts'
export { createBranches, type FeatureBranch } from './branches/create-branches.ts'
export { createHistory } from './branches/create-history.ts'
export { deleteFailedBranches, findFailedBranches } from './branches/failed-branches.ts'
export { refuseForeign } from './branches/refuse-foreign.ts'
export { readAllChanges, readChanges, readPatch } from './changes.ts'
export type { GitConfig } from './exec/environment.ts'
export { GitError } from './exec/git-error.ts'
export { remedyFor } from './exec/remedies.ts'
export { commitFiles, type FilesCommit, listFilesAt, readFileAt } from './files-at.ts'
export { createMerger } from './merge/create-merger.ts'
export { createRegenerate } from './merge/locks/create-regenerate.ts'
export { isLockFile, isLockSet } from './merge/locks/lock-files.ts'
export { type FileDecision, type MergedFile, markConflicts, mergeFile } from './merge/merge-file.ts'
export type { MergerOptions } from './merge/mix-trees.ts'
export { createResolver } from './merge/resolver/create-resolver.ts'
export type { Patience } from './mirror/again.ts'
export {
  type Mirror,
  type MirrorOptions,
  openMirror,
  type RefMove,
  type WantedRefs,
} from './mirror/open-mirror.ts'
export { tokenCredentials } from './mirror/token-credentials.ts'
export { readTree } from './objects/objects.ts'
export type { Rejection } from './push/porcelain.ts'
export { type PushRequest, pushAtomically } from './push/push-atomically.ts'
export { type BranchChange, pushEach } from './push/push-each.ts'
export type { MovedRef, Pushed, RefUpdate } from './push/settle-push.ts'
export { openRepository, type Repository } from './repository.ts'
export {
  type ResultBundle,
  readBundle,
  readBundles,
  readResultAt,
  writeBundle,
} from './results/bundle.ts'
export { type Checkout, type OpenCheckout, openCheckout } from './workspaces/create-checkout.ts'
export { createWorkspaces, type WorkspacesOptions } from './workspaces/create-workspaces.ts'
export { findWorkspaces, type Kept, removeWorkspaces } from './workspaces/remove-workspaces.ts'
