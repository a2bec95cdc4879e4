import { matchesGlob } from '@wavefront/tasks'

/** One file that a result adds, changes or takes away. */
export interface Change {
  readonly path: string
  readonly is: 'added' | 'modified' | 'deleted'
  /** The size of what is new; none of what is gone. */
  readonly bytes: number
}

/** What may leave a worker. */
export interface ChangePolicy {
  /** Patterns of paths that no agent may change, and exceptions from them. */
  readonly protectedPaths: readonly string[]
  readonly allowPaths: readonly string[]
  readonly maxChangedFiles: number
  readonly maxDeletedFiles: number
  readonly maxFileBytes: number
}

/** Why a result is refused; nothing when it is fine. */
export function judgeChanges(changes: readonly Change[], policy: ChangePolicy): string | undefined {
  const paths = changes.map(({ path }) => path)
  const isAllowed = (path: string) => policy.allowPaths.some((glob) => matchesGlob(glob, path))
  const isProtected = (path: string) =>
    policy.protectedPaths.some((glob) => matchesGlob(glob, path))
  const deleted = changes.filter(({ is }) => is === 'deleted')
  const guarded = paths.filter((path) => isProtected(path) && !isAllowed(path))
  const large = changes.filter(({ bytes }) => bytes > policy.maxFileBytes)
  const reasons = [
    refuse(
      paths.filter((path) => `${path}/`.startsWith('.beads/')),
      'it changes the task store, which only the landing may',
    ),
    refuse(guarded, 'it changes protected paths (`protected_paths`, `allow_paths`)'),
    refuse(
      large.map(({ path }) => path),
      `files are larger than ${policy.maxFileBytes / 1024} KiB (\`max_file_kb\`)`,
    ),
    changes.length > policy.maxChangedFiles
      ? `it changes ${changes.length} files, and at most ${policy.maxChangedFiles} may be (\`max_changed_files\`)`
      : undefined,
    deleted.length > policy.maxDeletedFiles
      ? `it deletes ${deleted.length} files, and at most ${policy.maxDeletedFiles} may be (\`max_deleted_files\`)`
      : undefined,
  ].filter((reason) => reason !== undefined)
  return reasons.length > 0 ? reasons.join('; ') : undefined
}

function refuse(paths: readonly string[], why: string): string | undefined {
  if (paths.length === 0) return undefined
  const more = paths.length > 10 ? ` and ${paths.length - 10} more` : ''
  return `${why}: ${paths.slice(0, 10).join(', ')}${more}`
}
