import { basename } from 'node:path/posix'
import type { Dispatched, WantedRun } from '@wavefront/wave'
import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { GitHubError, isRefusal } from '../connection/github-error.ts'
import { remedyFor, whatWasRefused } from '../connection/remedies.ts'
import { sendOnce } from '../connection/send-once.ts'
import { findDispatched, findStarted } from './find-dispatched.ts'

interface Order {
  /** The file's name, which is how GitHub wants workflows called. */
  readonly workflow: string
  readonly ref: string
  readonly inputs: Readonly<Record<string, string>>
}

type Started = Extract<Dispatched, { is: 'dispatched' }>

export function createDispatcher(connection: Connection) {
  let returnsDetails = true

  return async ({ workflow, on, inputs, again }: WantedRun): Promise<Dispatched> => {
    const name = basename(workflow)
    const started =
      again === undefined
        ? undefined
        : await findStarted(connection, { workflow: name, inputs, after: again })
    if (started) return started
    const refusals: { ref: string; error: GitHubError }[] = []
    // The branch of a run that was started on none is empty.
    for (const ref of new Set(on.filter((ref) => ref !== ''))) {
      try {
        return await dispatchOn({ workflow: name, ref, inputs })
      } catch (error) {
        if (!isFinal(error)) throw error
        refusals.push({ ref, error })
        if (!isAboutTheRef(error)) break
      }
    }
    return refusedFor(workflow, refusals)
  }

  function dispatchOn(order: Order): Promise<Started> {
    const since = connection.now()
    return sendOnce(connection, {
      send: () => send(order),
      find: () => findDispatched(connection, { ...order, since }),
    })
  }

  async function send(order: Order): Promise<Started> {
    try {
      return await post(order, returnsDetails)
    } catch (error) {
      if (!returnsDetails || !isRefusal(error, 422, /return_run_details/)) throw error
      returnsDetails = false
      return post(order, returnsDetails)
    }
  }

  async function post({ workflow, ...wanted }: Order, details: boolean): Promise<Started> {
    const run = await connection.ask({
      route: 'POST /actions/workflows/{workflow}/dispatches',
      values: { workflow, ...wanted, ...(details ? { return_run_details: true } : {}) },
      ...{ answer: startedRun, needs: 'actions: write', once: true },
    })
    return { is: 'dispatched', ...(run ? { url: run.html_url } : {}) }
  }
}

/** Without details the answer is empty. */
const startedRun = z.object({ html_url: z.string() }).optional().catch(undefined)

/** Asking again will not help; rate limits pass. */
function isFinal(error: unknown): error is GitHubError {
  if (!(error instanceof GitHubError) || error.isAmbiguous) return false
  return error.refusal.status !== 429 && !/rate limit/i.test(error.refusal.said)
}

/** Another branch may have the file, or have it with the trigger. */
function isAboutTheRef({ refusal: { status, said } }: GitHubError): boolean {
  return (
    status === 404 || (status === 422 && /No ref found|workflow_dispatch'? trigger/i.test(said))
  )
}

function refusedFor(
  workflow: string,
  refusals: readonly { ref: string; error: GitHubError }[],
): Dispatched {
  const last = refusals.at(-1)?.error.refusal
  if (last === undefined) {
    return {
      is: 'refused',
      why: `no branch to start ${workflow} on`,
      fix: 'start it on a branch',
    }
  }
  const why = refusals.map(({ ref, error }) => `on ${ref}: ${whatWasRefused(error.refusal)}`)
  const fix = last.status === 404 ? notThere(workflow) : remedyFor(last)
  return { is: 'refused', why: why.join('; '), fix: fix ?? `start ${workflow} by hand to see why` }
}

function notThere(workflow: string): string {
  return `put ${workflow} on the default branch: GitHub dispatches only workflows that are there, with a token that has "actions: write"`
}
