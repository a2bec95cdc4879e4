import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { readAllChanges, readBundles, readResultAt } from '@wavefront/git'
import { type Hosting, reviewOf } from '@wavefront/hosting'
import {
  admitResults,
  currentResults,
  type Expected,
  type Found,
  type PreparedWave,
  type TaskResult,
  taskBranch,
} from '@wavefront/wave'
import type { MergeInputs } from './inputs.ts'

/** The results that are to be merged or recorded: this wave's, one for each leg, and those an earlier one left. */
export async function findResults(
  hosting: Hosting,
  inputs: MergeInputs,
  prepared: PreparedWave,
): Promise<readonly TaskResult[]> {
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
  return currentResults(prepared, admitted)
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

/** An artifact each, `result-<task>`. One alone may have been unpacked without a folder of its name. */
async function readArtifacts(
  { mirror: { repository } }: Hosting,
  expected: readonly Expected[],
  folder: string,
): Promise<readonly Found[]> {
  const entries = existsSync(folder) ? await readdir(folder) : []
  const isAlone = expected.length === 1 && entries.includes('result.bundle')
  const places = expected
    .map(({ id }) => ({ id, file: join(folder, isAlone ? '' : `result-${id}`, 'result.bundle') }))
    .filter(({ file }) => existsSync(file))
  const all = await readBundles(
    repository,
    places.map(({ file }) => file),
  )
  return all.flatMap((read, at) => {
    const id = places[at]?.id
    if (id === undefined) return []
    return 'is' in read ? { ...read, id } : { is: 'result', id, result: read }
  })
}
