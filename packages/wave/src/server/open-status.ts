import type { StatusPhase, StatusReport } from '@wavefront/report'
import type { TaskId } from '@wavefront/tasks'
import type { Integration } from '../integrate-wave.ts'
import type { BranchHistory } from '../ports/index.ts'
import type { PreparedWave } from '../prepare-wave.ts'
import type { Next } from './decide-next.ts'
import { describeStatus } from './describe-status.ts'
import type { FinalizeRequest } from './finalize-wave.ts'
import type { Landed } from './land-on-server.ts'
import { noteLate } from './note-late.ts'
import { readHistory } from './read-history.ts'

const phases: Record<Next['is'], StatusPhase> = {
  dispatch: 'landed',
  complete: 'complete',
  stuck: 'stuck',
  stopped: 'stopped',
}

export interface Status {
  of(next: Next, more: Partial<Pick<StatusReport, 'pullRequest' | 'notes'>>): StatusReport
}

/** All that is read for the report is read once; what is still to come is filled in. */
export async function openStatus(
  history: BranchHistory,
  request: FinalizeRequest,
  { landed, after }: { readonly landed: Landed; readonly after: PreparedWave },
): Promise<Status> {
  const { feature, base, issue, integration, runUrl, jobs, options, wave } = request
  const { conflicts, review, ...past } = await readHistory(history, after, options.under)
  const notes = [...notesOn(landed, integration), ...noteLate(landed.late, feature), ...past.notes]
  return {
    of: (next, more) =>
      describeStatus(after, {
        branch: feature,
        base,
        wave,
        phase:
          (integration.redBase ?? integration.stopped) === undefined ? phases[next.is] : 'failed',
        ...(next.is === 'stopped' ? { why: explain(next.why, integration) } : {}),
        ...(issue && { issue: { number: issue.number, title: issue.title } }),
        ...(options.under === undefined ? {} : { under: options.under }),
        ...{ runUrl, conflicts, jobs, working: new Set<TaskId>() },
        checks: integration.checks,
        ...(integration.flaky === undefined ? {} : { flaky: integration.flaky }),
        review,
        ...more,
        notes: [...notes, ...(more.notes ?? [])],
      }),
  }
}

function explain(why: string, { redBase, stopped }: Integration): string {
  const log = redBase ?? stopped
  return log === undefined ? why : `${why}:\n${log}`
}

function notesOn(landed: Landed, { update, unverified = [] }: Integration): string[] {
  const notes: string[] = []
  if (landed.is === 'moved') {
    notes.push(
      'Somebody changed the branch or the tasks meanwhile. The next wave merges this one onto that.',
    )
  }
  if (landed.is === 'refused') notes.push(`The server did not take the work: ${landed.fix}.`)
  if (unverified.length > 0) {
    const ids = unverified.map(({ id }) => id).join(', ')
    notes.push(
      `There was no time left to verify ${ids}. No attempt is counted; the next wave merges them again.`,
    )
  }
  if (update?.is === 'conflicts') {
    notes.push(
      `The base has new commits that conflict with the branch in ${update.paths.join(', ')}: ${update.why}. Merge the base into the branch by hand.`,
    )
  }
  if (update?.is === 'red') {
    notes.push(
      "The checks fail with the base's new commits merged in, so the branch stays without them. Merge the base by hand and mend what breaks.",
    )
  }
  return notes
}
