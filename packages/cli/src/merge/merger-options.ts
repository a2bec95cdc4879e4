import { createResolver, type MergerOptions } from '@wavefront/git'

/** What `run`, `merge` and `merge-file` let a person say about the ladder. */
export function mergerOptions({
  keepInserts = false,
  resolver: command,
}: {
  readonly keepInserts?: boolean
  readonly resolver?: string
}): MergerOptions {
  return { keepInserts, ...(command === undefined ? {} : { resolve: createResolver({ command }) }) }
}
