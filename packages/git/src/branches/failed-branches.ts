import type { BranchName } from '@wavefront/wave'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { readMarks } from './read-marks.ts'
import { branchOf, type Ref, readRefs } from './refs.ts'

/** The branches with work that failed, of every feature branch: by their names and by our trailers. */
export async function findFailedBranches(repository: Repository): Promise<readonly BranchName[]> {
  return (await readFailedRefs(repository)).map(branchOf)
}

/** Deletes them, each only if it still is where it was found; gives back which. */
export async function deleteFailedBranches(repository: Repository): Promise<readonly BranchName[]> {
  const refs = await readFailedRefs(repository)
  const input = refs.map(({ name, commit }) => `delete ${name} ${commit}\n`).join('')
  if (refs.length > 0) await git(['update-ref', '--stdin'], { cwd: repository.top, input })
  return refs.map(branchOf)
}

async function readFailedRefs(repository: Repository): Promise<readonly Ref[]> {
  const named = (await readRefs(repository, ['refs/heads/'])).filter(({ name }) =>
    name.includes('-failed-'),
  )
  const marks = await readMarks(repository, named)
  return named.filter(({ name, commit }) => name.endsWith(`-failed-${marks.get(commit)?.id}`))
}
