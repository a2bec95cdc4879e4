import { UserError } from '@wavefront/errors'
import type { Progress } from './events.ts'
import type { Branches, Merger } from './ports/index.ts'
import type { PreparedWave } from './prepare-wave.ts'

/** Merges the base's new commits into the feature branch, up the same ladder as the tasks' work. */
export async function updateBase(
  ports: { readonly branches: Branches; readonly merger: Merger; readonly progress: Progress },
  { base: tip, update, wave }: PreparedWave,
): Promise<boolean> {
  if (update === undefined) return false
  const merged = await ports.merger.merge({ tip, commit: update, of: { is: 'base' } })
  if (merged.is === 'requeued') throw conflicting(merged.paths, merged.why)
  await ports.branches.land({ from: tip, to: merged.commit, landed: [], setAside: [] })
  ports.progress({ is: 'base-merged', wave, commit: update, resolutions: merged.resolutions })
  return true
}

function conflicting(paths: readonly string[], why: string): UserError {
  return new UserError({
    what: `the feature branch and its base conflict, and no resolution would be right: ${why}`,
    where: paths.join(', '),
    fix: 'merge the base into the feature branch by hand, then run this again',
  })
}
