import { UserError } from '@wavefront/errors'
import { findWave, type Hosting, openHosting } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import { type Integration, type Known, recordIntegration } from '@wavefront/wave'
import { findResults } from './find-results.ts'
import { type MergeInputs, readInputs } from './inputs.ts'
import { integrate } from './integrate.ts'
import { readIntegration, writeIntegration } from './integration-file.ts'
import { land, repeat } from './land.ts'
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
  const results = await findResults(hosting, inputs, found.prepared)
  const known = { prepared: found.prepared, results }
  const about = { runner, hosting, inputs, found, results, wave: inputs.wave }
  const integration =
    inputs.phase === 'land' ? await findVerified(hosting, inputs, known) : await integrate(about)
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
  hosting: Hosting,
  { integration }: MergeInputs,
  known: Known,
): Promise<Integration> {
  const record = await readIntegration(integration)
  if (record) return repeat(hosting, record, known)
  throw new UserError({
    what: 'the job that merges and verifies left no result, so nothing is landed and no attempt counted',
    where: integration ?? 'integration',
    fix: 'read the log of that job, mend what it names, then re-run the failed jobs of this run: the work of the agents is kept in its artifacts',
  })
}
