import type { BranchName } from '@wavefront/wave'
import { readCommits } from '../commits.ts'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { parseTaskMark } from '../task-mark.ts'
import { type Ref, readRefs } from './refs.ts'

/** The branches with work that failed, of every feature branch: by their names and by our trailers. */
export async function findFailedBranches(repository: Repository): Promise<readonly BranchName[]> {
  return (await readFailedRefs(repository)).map(nameOf)
}

/** Deletes them, each only if it still is where it was found; gives back which. */
export async function deleteFailedBranches(repository: Repository): Promise<readonly BranchName[]> {
  const refs = await readFailedRefs(repository)
  const input = refs.map(({ name, commit }) => `delete ${name} ${commit}\n`).join('')
  if (refs.length > 0) await git(['update-ref', '--stdin'], { cwd: repository.top, input })
  return refs.map(nameOf)
}

async function readFailedRefs(repository: Repository): Promise<readonly Ref[]> {
  const named = (await readRefs(repository, 'refs/heads/')).filter(({ name }) =>
    name.includes('-failed-'),
  )
  if (named.length === 0) return []
  const input = named.map(({ commit }) => `${commit}\n`).join('')
  const commits = await readCommits(repository, ['--no-walk=unsorted', '--stdin'], input)
  const marks = new Map(commits.map(({ sha, message }) => [sha, parseTaskMark(message)]))
  return named.filter(({ name, commit }) => name.endsWith(`-failed-${marks.get(commit)?.id}`))
}

function nameOf({ name }: Ref): BranchName {
  return name.slice('refs/heads/'.length) as BranchName
}
