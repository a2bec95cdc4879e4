import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import type { Hosting } from '@wavefront/hosting'
import { renderLandingSummary } from '@wavefront/report'
import type { Runner } from '@wavefront/runner'
import { explainStop, type Finalized, type Integration, type TaskResult } from '@wavefront/wave'

/** What the merging says, in both phases. */
export function tellIntegration(
  { setOutputs, info, warning }: Runner,
  { batch, ejected, redBase, stopped, flaky = [], unverified = [], checks, update }: Integration,
  results: readonly TaskResult[],
): void {
  const resolved = batch.merged.filter(({ resolutions }) =>
    resolutions.some(({ gaveWay }) => gaveWay !== undefined),
  )
  setOutputs({
    merged: batch.merged.map(({ result }) => result.id),
    resolved: resolved.map(({ result }) => result.id),
    ejected: ejected.map(({ result }) => result.id),
    failed: results.filter(({ outcome }) => outcome !== 'done').map(({ id }) => id),
  })
  info(`${batch.merged.length} of ${results.length} results merged; checks: ${checks}`)
  if (redBase !== undefined) warning(`The checks fail without any of this wave's work:\n${redBase}`)
  if (stopped !== undefined) warning(`${explainStop({ stopped, checks })}:\n${stopped}`)
  for (const { reason } of flaky) warning(`The checks are flaky, red and then green:\n${reason}`)
  if (unverified.length > 0) {
    const ids = unverified.map(({ id }) => id).join(', ')
    warning(`There was no time left to verify ${ids}; the next wave merges them again`)
  }
  if (update?.is === 'conflicts') warning(`The base's new commits are left out: ${update.why}`)
  if (update?.is === 'red')
    warning("The checks fail with the base's new commits, which are left out")
}

/** Outputs and summary first, and then red if a person has to do something that GitHub would not show otherwise. */
export async function tellLanding(
  { setOutputs, summary }: Runner,
  { scratch }: Hosting,
  finalized: Finalized,
): Promise<void> {
  const { landed, next, pullRequest, report, problems, integration } = finalized
  const text = renderLandingSummary(report)
  const file = join(scratch, 'report.md')
  await writeFile(file, text)
  summary(text)
  setOutputs({
    closed: landed.is === 'landed' ? landed.plan.changes.close.map(({ id }) => id) : [],
    next_wave: next,
    report: file,
    ...(pullRequest && { pr_number: pullRequest.number, pr_url: pullRequest.url }),
  })
  const found = [...problems, ...refusals(finalized), ...nothingLanded(integration)]
  if (found.length > 0) throw new UserError(found.flatMap(({ problems: all }) => all))
}

function refusals({ landed }: Finalized): UserError[] {
  if (landed.is !== 'refused') return []
  const kept =
    landed.waiting.length > 0
      ? `; the work waits on the branches of ${landed.waiting.join(', ')}`
      : ''
  return [new UserError({ what: `nothing has landed: ${landed.why}${kept}`, fix: landed.fix })]
}

function nothingLanded({
  redBase,
  stopped,
  unverified = [],
  batch,
  ejected,
}: Integration): UserError[] {
  if (redBase !== undefined) {
    const what = `the checks fail without any of this wave's work, so nothing could be proved:\n${redBase}`
    const fix =
      'mend the feature branch or its base, then run the workflow again; no attempt was counted'
    return [new UserError({ what, fix })]
  }
  if (stopped !== undefined) {
    const what = `the checks fail with this wave's work, and \`on_red: stop\` leaves it to a person:\n${stopped}`
    const fix =
      'mend or delete the branch of the task that breaks it, then run the workflow again; no attempt was counted'
    return [new UserError({ what, fix })]
  }
  if (batch.merged.length === 0 && unverified.length > 0) {
    const what = "nothing of this wave could be verified in the job's time; no attempt was counted"
    const fix =
      'write a higher `timeout_minutes`, a lower `max_tasks`, or quicker `checks`, then run the workflow again'
    return [new UserError({ what, fix, where: '.github/wavefront.yml' })]
  }
  if (batch.merged.length > 0 || ejected.length === 0) return []
  const ids = ejected.map(({ result }) => result.id).join(', ')
  return [
    new UserError({
      what: `nothing could land: the checks fail with each of ${ids}`,
      fix: 'nothing to do yet: the next wave tries again with the failure in the prompt, as often as `max_attempts` says',
    }),
  ]
}
