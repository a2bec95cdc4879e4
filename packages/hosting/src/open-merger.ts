import type { Config } from '@wavefront/config'
import { createMerger, createResolver, type MergerOptions, type Repository } from '@wavefront/git'
import { type Merger, withMergePolicy } from '@wavefront/wave'

/** Merges as the configuration says. Whoever merges the same again has to use the same. */
export function openMerger(config: Config, repository: Repository): Merger {
  const { conflicts, overlap, maxOverwrittenLines } = config
  return withMergePolicy(createMerger(repository, mergerOptions(config)), {
    ...{ conflicts, overlap },
    ...(maxOverwrittenLines === undefined ? {} : { maxOverwrittenLines }),
  })
}

export function mergerOptions({
  keepInserts,
  resolver: command,
}: Pick<Config, 'keepInserts' | 'resolver'>): MergerOptions {
  return { keepInserts, ...(command === undefined ? {} : { resolve: createResolver({ command }) }) }
}
