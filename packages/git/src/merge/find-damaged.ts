import { readFileAt } from '../files-at.ts'
import type { Repository } from '../repository.ts'
import type { MergedTrees } from './merge-trees.ts'
import type { MergeProblem } from './problem.ts'
import { findDamage, isChecked } from './sanity.ts'

export interface MergeOutcome {
  readonly merged: MergedTrees
  readonly tree: string
  readonly tip: string
  readonly commit: string
}

/** Git merges JSON and YAML like any text: two clean edits can leave a comma too many. */
export async function findDamagedFiles(
  repository: Repository,
  { merged, tree, tip, commit }: MergeOutcome,
): Promise<readonly MergeProblem[]> {
  const automatic = merged.notices.filter(({ type }) => type === 'Auto-merging')
  const paths = new Set(automatic.flatMap((notice) => notice.paths))
  const problems: MergeProblem[] = []
  for (const path of paths) {
    if (!isChecked(path)) continue
    const read = (from: string) => readFileAt(repository, from, path)
    // Nothing where the side knows the file by another name.
    const [content, ...sources] = await Promise.all([tree, tip, commit].map(read))
    const why = findDamage({
      path,
      content: content ?? '',
      sources: sources.map((text) => text ?? ''),
    })
    if (why) problems.push({ why, paths: [path] })
  }
  return problems
}
