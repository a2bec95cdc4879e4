import type { Config } from '@wavefront/config'
import { type Repository, readChanges } from '@wavefront/git'
import { type Change, judgeChanges, type Review } from '@wavefront/wave'

/** What may leave a worker, by the configuration. The landing asks the same again, of changes that it may have read already. */
export function reviewOf(
  repository: Repository,
  config: Config,
  known: ReadonlyMap<string, readonly Change[]> = new Map(),
): Review {
  return async ({ base, to }) =>
    judgeChanges(known.get(to) ?? (await readChanges(repository, base, to)), {
      protectedPaths: config.protectedPaths,
      allowPaths: config.allowPaths,
      maxChangedFiles: config.maxChangedFiles,
      maxDeletedFiles: config.maxDeletedFiles,
      maxFileBytes: config.maxFileKb * 1024,
    })
}
