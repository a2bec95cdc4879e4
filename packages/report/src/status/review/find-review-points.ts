import { matchesGlob } from '@wavefront/tasks'
import type { ReviewPoints } from '../../status-report.ts'
import { isLockFile, listDependencies } from './manifests.ts'
import { isTest } from './test-files.ts'

/** What a branch changed against its base. */
export interface ReviewInput {
  readonly changes: readonly FileChange[]
  /** Paths and globs that the landed tasks declared. */
  readonly declared: readonly string[]
}

export interface FileChange {
  readonly path: string
  readonly is: 'added' | 'modified' | 'deleted' | 'renamed'
  /** The file's text on either side; needed of manifests alone. */
  readonly before?: string
  readonly after?: string
}

/** What a reviewer should read first, apart from conflicts. */
export function findReviewPoints({ changes, declared }: ReviewInput): ReviewPoints {
  const deleted = changes.filter((change) => change.is === 'deleted')
  return {
    undeclared: changes.map(({ path }) => path).filter((path) => isUndeclared(path, declared)),
    deletedTests: deleted.map(({ path }) => path).filter(isTest),
    newDependencies: changes.flatMap(findNewDependencies),
  }
}

/** Where nothing is declared, nothing is told by it; lock files follow from others. */
function isUndeclared(path: string, declared: readonly string[]): boolean {
  if (declared.length === 0 || isLockFile(path)) return false
  return !declared.some((glob) => matchesGlob(glob, path))
}

function findNewDependencies({ path, before, after }: FileChange): ReviewPoints['newDependencies'] {
  if (after === undefined) return []
  const old = new Set(before === undefined ? [] : listDependencies(path, before))
  const now = [...new Set(listDependencies(path, after))].sort()
  return now.filter((name) => !old.has(name)).map((name) => ({ file: path, name }))
}
