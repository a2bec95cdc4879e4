import type { Config } from '@wavefront/config'
import { type Repository, readChanges } from '@wavefront/git'
import { judgeChanges, type Review } from '@wavefront/wave'

/** What may leave a worker, by the configuration. The landing asks the same again. */
export function reviewOf(repository: Repository, config: Config): Review {
  return async ({ base, to }) =>
    judgeChanges(await readChanges(repository, base, to), {
      protectedPaths: config.protectedPaths,
      allowPaths: config.allowPaths,
      maxChangedFiles: config.maxChangedFiles,
      maxDeletedFiles: config.maxDeletedFiles,
      maxFileBytes: config.maxFileKb * 1024,
    })
}
