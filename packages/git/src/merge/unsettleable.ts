import type { MergedTrees } from './merge-trees.ts'
import type { MergeProblem } from './problem.ts'

/** What the ladder has no step for: renames on both sides, a file against a directory and their like. */
export function findUnsettleable({ conflicts, notices }: MergedTrees): readonly MergeProblem[] {
  const strange = notices.filter(({ type }) => type.startsWith('CONFLICT') && !settled.has(type))
  const unreadable = conflicts.filter(({ path }) => path.includes('\uFFFD'))
  return [
    ...strange.map(({ text, paths }) => ({ why: text, paths })),
    // Decoded with losses, so it could not be written back under its own name.
    ...unreadable.map(({ path }) => ({ why: 'its name is not UTF-8', paths: [path] })),
  ]
}

const settled: ReadonlySet<string> = new Set([
  'CONFLICT (contents)',
  'CONFLICT (binary)',
  'CONFLICT (modify/delete)',
])
