import type { TaskId } from '@wavefront/tasks'
import {
  type BranchName,
  type CommitSha,
  failedBranch,
  type Landing,
  taskBranch,
} from '@wavefront/wave'
import type { Repository } from '../repository.ts'
import { type Ref, readRefs } from './refs.ts'
import { type Claim, refuseForeign } from './refuse-foreign.ts'

/** What becomes of the tasks' branches, as commands of `git update-ref --stdin -z`. */
export async function planTidying(
  repository: Repository,
  feature: BranchName,
  landing: Landing,
): Promise<readonly string[]> {
  const found = await readTaskRefs(repository, feature, landing.to)
  const changes = [
    ...landing.landed.flatMap((id) => planDeletion(found, feature, id)),
    ...landing.setAside.flatMap((id) => planRename(found, feature, id)),
  ]
  const claims = changes.flatMap(({ id, touched }) => touched.map((ref): Claim => ({ id, ref })))
  await refuseForeign(repository, claims)
  return changes.flatMap(({ commands }) => commands)
}

interface TaskRefs {
  readonly all: ReadonlyMap<string, Ref>
  /** The names of those that the new tip contains. */
  readonly merged: ReadonlySet<string>
}

interface Change {
  readonly id: TaskId
  readonly touched: readonly Ref[]
  readonly commands: readonly string[]
}

async function readTaskRefs(
  repository: Repository,
  feature: BranchName,
  to: CommitSha,
): Promise<TaskRefs> {
  const any = '*' as TaskId
  const patterns = [taskBranch(feature, any), failedBranch(feature, any)].map(toName)
  const [all, merged] = await Promise.all([
    readRefs(repository, patterns),
    readRefs(repository, patterns, [`--merged=${to}`]),
  ])
  return {
    all: new Map(all.map((ref) => [ref.name, ref])),
    merged: new Set(merged.map(({ name }) => name)),
  }
}

/** A task branch that has something newer on it stays, and so does what failed before the task landed. */
function planDeletion(found: TaskRefs, feature: BranchName, id: TaskId): readonly Change[] {
  const done = found.all.get(toName(taskBranch(feature, id)))
  if (done === undefined || !found.merged.has(done.name)) return []
  return [{ id, touched: [done], commands: [deletion(done)] }]
}

/** Work that was set aside takes the place of what failed before it. */
function planRename(found: TaskRefs, feature: BranchName, id: TaskId): readonly Change[] {
  const work = found.all.get(toName(taskBranch(feature, id)))
  if (work === undefined) return []
  const name = toName(failedBranch(feature, id))
  const failed = found.all.get(name)
  const move = failed
    ? `update ${name}\0${work.commit}\0${failed.commit}\0`
    : `create ${name}\0${work.commit}\0`
  return [{ id, touched: failed ? [work, failed] : [work], commands: [move, deletion(work)] }]
}

function toName(branch: BranchName): string {
  return `refs/heads/${branch}`
}

function deletion({ name, commit }: Ref): string {
  return `delete ${name}\0${commit}\0`
}
