import type { Resolution } from '@wavefront/wave'
import { isLockSet } from './lock-files.ts'

/**
 * Makes a lock file anew for a merged tree, by the command that the user has configured. Nothing if there is
 * no command for it, or it failed. The same tree must always give the same file: a landing is merged again.
 */
export type Regenerate = (request: LockRequest) => Promise<string | Uint8Array | undefined>

export interface LockRequest {
  readonly path: string
  readonly tree: string
}

export interface RegeneratedLocks {
  readonly files: ReadonlyMap<string, string | Uint8Array>
  /** With nothing that gave way where a file was made anew. */
  readonly resolutions: readonly Resolution[]
}

/** For the lock files that were taken whole. It comes last, because a lock file is made from the merged others. */
export async function regenerateLocks(
  tree: string,
  resolutions: readonly Resolution[],
  regenerate: Regenerate,
): Promise<RegeneratedLocks> {
  const files = new Map<string, string | Uint8Array>()
  for (const { path, step } of resolutions) {
    if (step !== 'lock-file' || isLockSet(path)) continue
    const content = await regenerate({ path, tree })
    if (content !== undefined) files.set(path, content)
  }
  return {
    files,
    resolutions: resolutions.map((one) =>
      files.has(one.path) && one.step === 'lock-file' ? { path: one.path, step: one.step } : one,
    ),
  }
}
