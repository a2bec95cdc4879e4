import type { ActionEnd, HostedWish, HostedWorld } from '@wavefront/testing'

export const config = 'agent: cat\n'

/** An issue of the store, below the epic unless it has dependencies of its own. */
export function issue(id: string, more: object = {}): object {
  return {
    id,
    title: `Task ${id}`,
    status: 'open',
    priority: 2,
    issue_type: 'task',
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    dependencies: [below(id, 'shop')],
    ...more,
  }
}

export function epic(id = 'shop', reference: string | undefined = 'gh-7'): object {
  const named = reference === undefined ? {} : { external_ref: reference }
  return issue(id, { issue_type: 'epic', dependencies: [], ...named })
}

export function below(id: string, parent: string): object {
  return { issue_id: id, depends_on_id: parent, type: 'parent-child' }
}

export function after(id: string, ...others: readonly string[]): object {
  const blocks = others.map((on) => ({ issue_id: id, depends_on_id: on, type: 'blocks' }))
  return { dependencies: [below(id, 'shop'), ...blocks] }
}

/** An attempt as the store remembers it, in the issue's notes. */
export function tried(wave: number, attempt: number, end = 'failed', reason = 'no luck'): object {
  const at = '2026-01-02T00:00:00Z'
  const record = { wave, attempt, end, at, seconds: 3, reason }
  return { notes: `[wavefront] ${JSON.stringify(record)}` }
}

export const shop: HostedWish = {
  config,
  issues: [epic(), issue('a'), issue('b', after('b', 'a'))],
}

type Inputs = Readonly<Record<string, string | number | undefined>>
type More = Pick<Parameters<HostedWorld['job']>[1], 'env' | 'token' | 'kill'>

export async function ready(
  world: HostedWorld,
  inputs: Inputs = { issue_number: 7 },
  more: More = {},
): Promise<ActionEnd> {
  const run = await world.startRun({})
  return world.job('ready', { run, inputs, ...more })
}

/** Lines of the log that the runner would take for commands, but for the masks of inputs. */
export function commands({ log }: ActionEnd): readonly string[] {
  return log
    .split('\n')
    .filter((line) => /^\s*::|##\[/.test(line) && !line.startsWith('::add-mask::ghs_'))
}

/** Puts a commit on a branch of the server. */
export function push({ checkout }: HostedWorld, branch: string, commit: string): void {
  checkout.git('push', '--quiet', '--force', 'origin', `${commit}:refs/heads/${branch}`)
}

/** A worker's or a landing's message. */
export function marked(subject: string, trailers: Readonly<Record<string, string>>): string {
  const lines = Object.entries(trailers).map(([name, value]) => `Wavefront-${name}: ${value}`)
  return `${subject}\n\n${lines.join('\n')}\n`
}
