import { UserError } from '@wavefront/errors'
import { findWave, openHosting } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import { type CommitSha, type Integration, type Known, recordIntegration } from '@wavefront/wave'
import { findResults } from './find-results.ts'
import { type MergeInputs, readInputs } from './inputs.ts'
import { integrate } from './integrate.ts'
import { readIntegration, writeIntegration } from './integration-file.ts'
import { keep, type Landing, land, repeat } from './land.ts'
import { tellIntegration, tellLanding } from './tell.ts'

/** Merge, verify, land. Phase `integrate` ends after the first two, and `land` repeats the merge to check it. */
export async function run(runner: Runner): Promise<void> {
  const inputs = readInputs(runner)
  const hosting = await openHosting(runner, wishOf(inputs))
  const found = await findWave(hosting, {
    issueNumber: inputs.issue_number,
    epic: inputs.epic,
    repository: runner.context.repository,
  })
  const { results, late } = await findResults(hosting, inputs, found.prepared)
  const expected = inputs.matrix.include.map(({ task_id }) => task_id)
  const isOnBase = (commit: CommitSha) => hosting.remote.history.isOnBase(commit)
  const known = { prepared: found.prepared, results, expected, isOnBase }
  const about = { runner, hosting, inputs, found, results, late, wave: inputs.wave }
  const integration =
    inputs.phase === 'land' ? await findVerified(about, known) : await integrate(about)
  tellIntegration(runner, integration, results)
  if (inputs.phase === 'integrate') {
    const record = recordIntegration(integration)
    runner.setOutputs({ integration: await writeIntegration(hosting.scratch, record) })
    return
  }
  await tellLanding(runner, hosting, await land({ ...about, integration }))
}

function wishOf(inputs: MergeInputs) {
  const { token, app_token: appToken, issue_number: issueNumber, branch, base, overrides } = inputs
  const { checks, setup, bd_version } = inputs
  const settings = { checks, setup, bd_version }
  return { token, appToken, issueNumber, branch, base, overrides, settings }
}

async function findVerified(
  about: Omit<Landing, 'integration'>,
  known: Known,
): Promise<Integration> {
  const { hosting, inputs } = about
  const record = await readIntegration(inputs.integration)
  if (record) return repeat(hosting, record, known)
  const what =
    'the job that merges and verifies left no result, so nothing is landed and no attempt counted'
  await keep(about, `${what}; the work is kept on the branches of its tasks`)
  throw new UserError({
    what,
    where: inputs.integration ?? 'integration',
    fix: 'read the log of that job, mend what it names, then run the workflow again: the next wave begins with the work that is waiting',
  })
}
