import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readAllChanges, readBundles, readResultAt } from '@wavefront/git'
import { type Hosting, reviewOf } from '@wavefront/hosting'
import type { TaskId } from '@wavefront/tasks'
import {
  admitResults,
  currentResults,
  type Expected,
  type Found,
  type LateResult,
  lateResults,
  type PreparedWave,
  type TaskResult,
  taskBranch,
} from '@wavefront/wave'
import type { MergeInputs } from './inputs.ts'

export interface Results {
  /** Those that are to be merged or recorded: this wave's, one for each leg, and those an earlier one left. */
  readonly results: readonly TaskResult[]
  /** Those that are to be kept alone. */
  readonly late: readonly LateResult[]
}

export async function findResults(
  hosting: Hosting,
  inputs: MergeInputs,
  prepared: PreparedWave,
): Promise<Results> {
  const expected = inputs.matrix.include.map(({ task_id: id, attempt }) => ({ id, attempt }))
  const { results: folder, wave, base_sha: base } = inputs
  const found =
    folder === undefined
      ? await readBranches(hosting, expected)
      : await readArtifacts(hosting, expected, folder)
  const { repository } = hosting.mirror
  const commits = found.flatMap((one) =>
    one.is === 'result' && one.result.base === base ? (one.result.commit ?? []) : [],
  )
  const changes = await readAllChanges(repository, base, commits)
  const review = reviewOf(repository, hosting.config, changes)
  const admitted = await admitResults({
    ...{ wave, base, expected, found, review },
    at: new Date(),
  })
  return {
    results: currentResults(prepared, admitted),
    late: lateResults(prepared, admitted),
  }
}

async function readBranches(
  { mirror: { repository }, feature }: Hosting,
  expected: readonly Expected[],
): Promise<readonly Found[]> {
  const found: Found[] = []
  for (const { id } of expected) {
    const commit = await repository.resolve(`refs/heads/${taskBranch(feature, id)}`)
    const result = commit && (await readResultAt(repository, commit))
    if (result) found.push({ is: 'result', id, result })
  }
  return found
}

/**
 * An artifact each, `result-<task>`. Where there is one alone it has been unpacked without a folder of its
 * name, however many legs there were: then the result itself says whose it is.
 */
async function readArtifacts(
  { mirror: { repository } }: Hosting,
  expected: readonly Expected[],
  folder: string,
): Promise<readonly Found[]> {
  const places = [
    ...expected.map(({ id }) => ({ id, file: join(folder, `result-${id}`, 'result.bundle') })),
    { id: undefined, file: join(folder, 'result.bundle') },
  ].filter(({ file }) => existsSync(file))
  const files = places.map(({ file }) => file)
  const all = await readBundles(repository, files)
  return all.flatMap((read, at): Found[] => {
    const id = places[at]?.id ?? ownerOf(read, expected)
    if (id === undefined) return []
    return 'is' in read ? [{ ...read, id }] : [{ is: 'result', id, result: read }]
  })
}

type Read = Awaited<ReturnType<typeof readBundles>>[number]

function ownerOf(read: Read, expected: readonly Expected[]): TaskId | undefined {
  const id = 'is' in read ? undefined : read.id
  const [only, ...others] = expected
  const named = expected.find((leg) => leg.id === id)
  return named?.id ?? (others.length === 0 ? only?.id : undefined)
}
