import { type Problem, UserError } from '@wavefront/errors'
import type { TaskId } from '@wavefront/tasks'
import type { Repository } from '../repository.ts'
import { readMarks } from './read-marks.ts'
import { branchOf, type Ref } from './refs.ts'

/** A branch that is about to be moved or deleted as a task's. */
export interface Claim {
  readonly id: TaskId
  readonly ref: Ref
}

/** A branch is ours by its commit and not by its name, which a person may have used before us. */
export async function refuseForeign(
  repository: Repository,
  claims: readonly Claim[],
): Promise<void> {
  const refs = claims.map(({ ref }) => ref)
  const marks = await readMarks(repository, refs)
  const foreign = claims.filter(({ id, ref }) => marks.get(ref.commit)?.id !== id)
  if (foreign.length > 0) throw new UserError(foreign.map(({ ref }) => foreignBranch(ref)))
}

export function foreignBranch(ref: Ref): Problem {
  const branch = branchOf(ref)
  return {
    what: `the branch "${branch}" is not a result of Wavefront, but has the name of one`,
    fix: `rename it: git branch -m ${branch} my-${branch}`,
  }
}
