import { type Problem, suggest, UserError } from '@wavefront/errors'
import { type Repository, readResultAt } from '@wavefront/git'
import { isTaskId, type TaskId, taskId } from '@wavefront/tasks'
import { type BranchName, type CommitSha, isBranchName, type TaskResult } from '@wavefront/wave'

/** A branch to be merged, seen as somebody's result. */
export interface GivenBranch {
  readonly name: string
  readonly result: TaskResult & { readonly commit: CommitSha }
  /** Not a worker's: whoever made it, it has no task. */
  readonly isPlain: boolean
}

export async function readOnto(
  repository: Repository,
  name: string,
): Promise<{ readonly branch: BranchName; readonly tip: CommitSha }> {
  const tip = isBranchName(name) ? await repository.resolve(`refs/heads/${name}`) : undefined
  if (isBranchName(name) && tip !== undefined) return { branch: name, tip }
  throw new UserError({
    what: `there is no branch ${JSON.stringify(name)} to merge onto`,
    where: '--onto',
    fix: 'name a branch of this repository, without refs/heads/: git branch --list shows them, git branch <name> makes one',
  })
}

export async function readBranches(
  repository: Repository,
  names: readonly string[],
): Promise<readonly GivenBranch[]> {
  const given: GivenBranch[] = []
  const problems: Problem[] = []
  for (const name of names) {
    const commit = await resolveBranch(repository, name)
    if (commit === undefined) problems.push(unknown(name, names))
    else if (given.some((one) => one.name === name)) problems.push(twice(name))
    else given.push(await toGiven(repository, { name, commit, given }))
  }
  if (problems.length > 0) throw new UserError(problems)
  return given
}

/** A remote's branch will do, and so will a commit. */
async function resolveBranch(repository: Repository, name: string): Promise<CommitSha | undefined> {
  const local = isBranchName(name) ? await repository.resolve(`refs/heads/${name}`) : undefined
  return local ?? (name.startsWith('-') ? undefined : repository.resolve(name))
}

async function toGiven(
  repository: Repository,
  { name, commit, given }: { name: string; commit: CommitSha; given: readonly GivenBranch[] },
): Promise<GivenBranch> {
  const taken = new Set(given.map(({ result }) => result.id))
  const found = await readResultAt(repository, commit)
  if (found && !taken.has(found.id)) {
    return { name, isPlain: false, result: { ...found, commit, outcome: 'done' } }
  }
  const now = new Date()
  const result = {
    ...{ id: inventId(name, taken), wave: 1, attempt: 1, base: commit, commit },
    ...({ outcome: 'done', startedAt: now, finishedAt: now } as const),
  }
  return { name, isPlain: true, result }
}

/** The use cases know results by their tasks. This one is not written anywhere. */
function inventId(name: string, taken: ReadonlySet<TaskId>): TaskId {
  const plain = name.replace(/[^A-Za-z0-9._-]+/g, '-').replace(/^[^A-Za-z0-9]+/, '')
  const start = isTaskId(plain) ? plain : 'branch'
  for (let more = 1; ; more++) {
    const id = taskId(more === 1 ? start : `${start.slice(0, 100)}-${more}`)
    if (!taken.has(id)) return id
  }
}

function unknown(name: string, names: readonly string[]): Problem {
  return {
    what: `there is no branch or commit ${JSON.stringify(name)}${suggest(
      name,
      names.filter((other) => other !== name),
    )}`,
    where: 'the branches to merge',
    fix: 'name branches of this repository: git branch --all lists them',
  }
}

function twice(name: string): Problem {
  return {
    what: `${JSON.stringify(name)} is there twice`,
    where: 'the branches to merge',
    fix: 'name each branch once',
  }
}
