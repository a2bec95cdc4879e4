import type { Dispatched } from '@wavefront/wave'
import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'

const run = z.object({
  id: z.number(),
  status: z.string().nullish(),
  html_url: z.string(),
  event: z.string(),
  head_branch: z.string().nullable(),
  created_at: z.string(),
  actor: z.object({ type: z.string().optional() }).nullish(),
  display_title: z.string().nullish(),
})
const answer = z.object({ workflow_runs: z.array(run) })
type Run = z.infer<typeof run>

interface Wanted {
  readonly workflow: string
  readonly ref: string
  readonly inputs: Readonly<Record<string, string>>
  /** When it was asked for. */
  readonly since: Date
}

/**
 * The run that came of a dispatch whose answer got lost. GitHub does not tell a run's inputs, so a run for
 * another issue, started at the same moment, is known by its title alone, if at all.
 */
export async function findDispatched(
  connection: Connection,
  { workflow, ref, inputs, since }: Wanted,
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
  const { holder } = connection
  const started = workflow_runs.filter(
    ({ event, head_branch, created_at, actor }) =>
      event === 'workflow_dispatch' &&
      head_branch === ref &&
      new Date(created_at) >= from &&
      mayBe(actor?.type, holder),
  )
  return tellApart(byTitle(started, inputs))
}

interface Sought extends Pick<Wanted, 'workflow' | 'inputs'> {
  /** The run that is run again. */
  readonly after: number
}

/**
 * A run that an earlier attempt of that one has started, or that came of it, and that has not ended. Only a
 * title is believed: to start one twice does no harm, but to start none ends the chain.
 */
export async function findStarted(
  connection: Connection,
  { workflow, inputs, after }: Sought,
): Promise<Extract<Dispatched, { is: 'dispatched' }> | undefined> {
  const { workflow_runs } = await connection.ask({
    route: 'GET /actions/workflows/{workflow}/runs',
    values: { workflow, event: 'workflow_dispatch', per_page: 100 },
    ...{ answer, needs: 'actions: write' },
  })
  const isOurs = isTitled(inputs)
  const found = workflow_runs.find(
    (one) =>
      one.id > after &&
      one.status !== 'completed' &&
      mayBe(one.actor?.type, connection.holder) &&
      isOurs(one),
  )
  return found && { is: 'dispatched', url: found.html_url }
}

function mayBe<T>(found: T | undefined, wanted: T | undefined): boolean {
  return found === undefined || wanted === undefined || found === wanted
}

/** Those that our title is on; where it is on none, those that have no other issue's on them. */
function byTitle(runs: readonly Run[], inputs: Wanted['inputs']): readonly Run[] {
  const { issue_number: issue } = inputs
  const isAnothers = ({ display_title: title }: Run) =>
    issue !== undefined && numbersIn(title, /\bissue #?(\d+)/gi).some((other) => other !== issue)
  const ours = runs.filter(isTitled(inputs))
  return ours.length > 0 ? ours : runs.filter((one) => !isAnothers(one))
}

function isTitled({ issue_number: issue, branch }: Wanted['inputs']): (run: Run) => boolean {
  return ({ display_title: title }) =>
    (issue !== undefined && numbersIn(title, /#(\d+)/g).includes(issue)) ||
    (branch !== undefined && (title ?? '').split(/[\s,;()'"]+/).includes(branch))
}

function numbersIn(title: Run['display_title'], pattern: RegExp): readonly (string | undefined)[] {
  return [...(title ?? '').matchAll(pattern)].map(([, number]) => number)
}

function tellApart([found, ...others]: readonly Run[]) {
  if (found === undefined) return undefined
  if (others.length === 0) return { is: 'dispatched', url: found.html_url } as const
  const doubt = `its run is one of ${1 + others.length} that were started at the same moment and could not be told apart`
  return { is: 'dispatched', doubt } as const
}

/** GitHub knows no fractions of a second. */
function wholeSecond(date: Date): Date {
  return new Date(Math.floor(date.getTime() / 1000) * 1000)
}
