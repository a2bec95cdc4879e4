import type { TaskId } from '@wavefront/tasks'
import type { CommitSha } from '@wavefront/wave'
import { readBlobs } from '../blobs.ts'
import { type Commit, readCommit, readCommits } from '../commits.ts'
import { objectsOf } from '../objects/objects.ts'
import { toBytes } from '../objects/tree.ts'
import type { Repository } from '../repository.ts'
import { parseTaskMark } from '../task-mark.ts'
import { decodeText } from './encoding.ts'
import { missingLines } from './missing-lines.ts'
import { parseText } from './text.ts'

/** The tip's commits since it parted from the task. */
export interface Siblings {
  readonly base: CommitSha
  readonly tip: CommitSha
}

export interface Writer {
  readonly commit: CommitSha
  readonly task?: TaskId
}

/**
 * Tells who wrote some of a file's lines on the tip: the last on the first-parent line that wrote any of
 * them, or that touched the file at all, as when it only deleted.
 */
export async function readWriters(
  repository: Repository,
  siblings: Siblings,
  path: string,
): Promise<(lines: readonly string[]) => Writer> {
  const commits = await walkBack(repository, siblings)
  const steps = commits
    ? await findSteps(repository, commits, path)
    : await logSteps(repository, siblings, path)
  const written = steps.length > 1 ? await readWritten(repository, steps) : []
  return (lines) => {
    const at = written.findIndex((own) => lines.some((line) => own.has(line)))
    const writer = steps[Math.max(0, at)]?.commit
    return writer ? toWriter(writer) : { commit: siblings.tip }
  }
}

function toWriter({ sha, parents, message }: Commit): Writer {
  const mark = parents.length === 2 ? parseTaskMark(message) : undefined
  return { commit: sha, ...(mark && { task: mark.id }) }
}

/** As many as a branch has between two looks at its base, many times over. */
const longestWalk = 5_000

/** The first-parent line, newest first; nothing where the base is not on it. */
async function walkBack(
  repository: Repository,
  { base, tip }: Siblings,
): Promise<readonly Commit[] | undefined> {
  const commits: Commit[] = []
  for (let at: CommitSha | undefined = tip; at !== base; at = commits.at(-1)?.parents[0]) {
    const commit = at && commits.length < longestWalk && (await readCommit(repository, at))
    if (!commit) return undefined
    commits.push(commit)
  }
  return commits
}

/** A commit that changed the file, with what it found and what it left, by object. */
interface Step {
  readonly commit: Commit
  readonly before: string | undefined
  readonly after: string | undefined
}

async function findSteps(
  repository: Repository,
  commits: readonly Commit[],
  path: string,
): Promise<readonly Step[]> {
  const objects = objectsOf(repository)
  const find = async (name: CommitSha | undefined) =>
    name && (await objects.find(name, toBytes(path)))?.object
  const steps: Step[] = []
  for (const commit of commits) {
    const [before, after] = [await find(commit.parents[0]), await find(commit.sha)]
    if (before !== after) steps.push({ commit, before, after })
  }
  return steps
}

/** Where another line of history leads to the base, git knows which commits lie between. */
async function logSteps(
  repository: Repository,
  { base, tip }: Siblings,
  path: string,
): Promise<readonly Step[]> {
  const args = ['--first-parent', `${base}..${tip}`, '--', `:(top,literal)${path}`]
  return findSteps(repository, await readCommits(repository, args), path)
}

/** What each of them added, by the text of the lines. */
async function readWritten(
  repository: Repository,
  steps: readonly Step[],
): Promise<readonly ReadonlySet<string>[]> {
  const objects = steps.flatMap(({ before, after }) => [before ?? [], after ?? []].flat())
  const blobs = await readBlobs(repository, objects, longestFile)
  const linesOf = (object: string | undefined) => {
    const bytes = object === undefined ? undefined : blobs.get(object)
    return parseText((bytes && decodeText(bytes)?.content) ?? '').lines
  }
  return steps.map(({ before, after }) => new Set(missingLines(linesOf(after), linesOf(before))))
}

const longestFile = 5_000_000
