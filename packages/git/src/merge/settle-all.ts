import type { GaveWay, Resolution } from '@wavefront/wave'
import { readBlobs } from '../blobs.ts'
import { objectsOf } from '../objects/objects.ts'
import type { Version } from '../objects/tree.ts'
import type { Repository } from '../repository.ts'
import type { Conflict } from './merge-trees.ts'
import type { MergeProblem } from './problem.ts'
import { type SettledConflict, type SettleOptions, settleConflict } from './settle-conflict.ts'
import type { Decision, GivenWay } from './settle-text.ts'
import { readWriters, type Siblings, type Writer } from './writers.ts'

/** All conflicts of a merge: the files that take the place of the conflicted ones, and how they came about. */
export interface SettledMerge {
  readonly files: ReadonlyMap<string, Version>
  readonly resolutions: readonly Resolution[]
  readonly problems: readonly MergeProblem[]
}

/** The two sides, as the authors of what may give way. */
export interface Authors {
  readonly siblings: Siblings
  readonly task: Writer
}

export async function settleAll(
  repository: Repository,
  authors: Authors,
  conflicts: readonly Conflict[],
  options: SettleOptions = {},
): Promise<SettledMerge> {
  const contents = await readBlobs(repository, conflicts.flatMap(namesOf), sizeLimit)
  const files = new Map<string, Version>()
  const resolutions: Resolution[] = []
  const problems: MergeProblem[] = []
  for (const conflict of conflicts) {
    const { path } = conflict
    const settled = await settleConflict(conflict, contents, options)
    if (settled.is === 'requeued') {
      problems.push({ why: settled.why, paths: [path] })
      continue
    }
    files.set(path, await writeVersion(repository, settled))
    resolutions.push(...(await attribute(repository, authors, path, settled.decisions)))
  }
  return { files, resolutions, problems }
}

/** Larger files are taken whole, like binary ones. */
const sizeLimit = 5_000_000

function namesOf({ base, ours, theirs }: Conflict): readonly string[] {
  return [base, ours, theirs].flatMap((version) => (version ? [version.object] : []))
}

async function writeVersion(
  repository: Repository,
  settled: Exclude<SettledConflict, { is: 'requeued' }>,
): Promise<Version> {
  if (settled.is === 'version') return settled.version
  return { mode: settled.mode, object: await objectsOf(repository).write('blob', settled.content) }
}

/** Says who wrote the lines that gave way. */
async function attribute(
  repository: Repository,
  { siblings, task }: Authors,
  path: string,
  decisions: readonly Decision[],
): Promise<readonly Resolution[]> {
  if (decisions.every(({ gaveWay }) => gaveWay === undefined)) {
    return decisions.map(({ step, line }) => toResolution(path, step, line))
  }
  const findWriter = await readWriters(repository, siblings, path)
  const findAuthor = ({ of, lines }: GivenWay) => (of === 'task' ? task : findWriter(lines))
  return decisions.map(({ step, line, gaveWay }) => ({
    ...toResolution(path, step, line),
    ...(gaveWay && { gaveWay: toGaveWay(gaveWay, findAuthor(gaveWay)) }),
  }))
}

function toGaveWay({ lines, kept, isUnseen }: GivenWay, writer: Writer): GaveWay {
  return { lines, kept, ...writer, ...(isUnseen && { isUnseen }) }
}

function toResolution(path: string, step: Decision['step'], line: number | undefined): Resolution {
  return { path, step, ...(line !== undefined && { line }) }
}
