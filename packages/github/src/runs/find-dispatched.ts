import type { Dispatched } from '@wavefront/wave'
import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'

const run = z.object({
  html_url: z.string(),
  event: z.string(),
  head_branch: z.string().nullable(),
  created_at: z.string(),
})
const answer = z.object({ workflow_runs: z.array(run) })

interface Wanted {
  readonly workflow: string
  readonly ref: string
  /** When it was asked for. */
  readonly since: Date
}

/** The run that came of a dispatch whose answer got lost. */
export async function findDispatched(
  connection: Connection,
  { workflow, ref, since }: Wanted,
): Promise<Extract<Dispatched, { is: 'dispatched' }> | undefined> {
  const from = wholeSecond(since)
  const { workflow_runs } = await connection.ask({
    route: 'GET /actions/workflows/{workflow}/runs',
    values: {
      ...{ workflow, branch: ref, event: 'workflow_dispatch' },
      created: `>=${from.toISOString().replace('.000', '')}`,
      per_page: 100,
    },
    ...{ answer, needs: 'actions: write' },
  })
  const found = workflow_runs.find(
    ({ event, head_branch, created_at }) =>
      event === 'workflow_dispatch' && head_branch === ref && new Date(created_at) >= from,
  )
  return found && { is: 'dispatched', url: found.html_url }
}

/** GitHub knows no fractions of a second. */
function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000)
}
