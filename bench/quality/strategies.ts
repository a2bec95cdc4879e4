import { createMerger, createResolver, openRepository } from '@wavefront/git'
import { taskId } from '@wavefront/tasks'
import { commitSha, type Merger } from '@wavefront/wave'
import { type Records, readRecords } from './records.ts'
import type { CaseRepository } from './repository.ts'
import { fileTheirs, hunkTheirs, mergirafAlone } from './with-git.ts'

/** What came of merging all branches onto the base, one after another. */
export interface Outcome {
  readonly commit: string
  /** The files that were in conflict, at any of the merges. */
  readonly conflicts: ReadonlySet<string>
  /** Lines that gave way, by file. */
  readonly records: Records
  /** Branches that were not merged, but are to be done again. */
  readonly requeued: readonly { readonly branch: string; readonly why: string }[]
}

export interface Strategy {
  readonly name: string
  run(repository: CaseRepository): Promise<Outcome>
}

/** In the order of the report: ours comes first, as the one that others are held against. */
export function strategies(mergiraf: string | undefined): readonly Strategy[] {
  const withMergiraf = mergiraf === undefined ? undefined : openResolver(mergiraf)
  return [
    { name: 'ours', run: (repository) => ours(repository, createMerger) },
    ...(withMergiraf
      ? [{ name: 'ours with mergiraf', run: (place: CaseRepository) => ours(place, withMergiraf) }]
      : []),
    { name: 'file --theirs', run: fileTheirs },
    { name: 'hunk --theirs', run: hunkTheirs },
    ...(mergiraf ? [mergirafAlone(mergiraf)] : []),
  ]
}

type OpenMerger = (repository: Awaited<ReturnType<typeof openRepository>>) => Merger

function openResolver(mergiraf: string): OpenMerger {
  const resolve = createResolver({ command: `"${mergiraf}" merge --git %O %A %B -p %P` })
  return (repository) => createMerger(repository, { resolve })
}

async function ours({ dir, tip, branches }: CaseRepository, open: OpenMerger): Promise<Outcome> {
  const merger = open(await openRepository(dir))
  const conflicts = new Set<string>()
  const records = new Map<string, string[]>()
  const requeued: { branch: string; why: string }[] = []
  let at = commitSha(tip)
  for (const [index, branch] of branches.entries()) {
    const of = { is: 'task', id: taskId(`task-${index}`), wave: 1, attempt: 1 } as const
    const merged = await merger.merge({ tip: at, commit: commitSha(branch), of })
    if (merged.is === 'requeued') {
      requeued.push({ branch, why: merged.why })
      for (const path of merged.paths) conflicts.add(path)
      continue
    }
    at = merged.commit
    for (const { path } of merged.resolutions) conflicts.add(path)
    readRecords(merged.resolutions, records)
  }
  return { commit: at, conflicts, records, requeued }
}
