import {
  type ActionEnd,
  epicIssue,
  type HostedWish,
  type HostedWorld,
  taskIssue,
} from '@wavefront/testing'

export const config = 'agent: cat\n'

export const shop: HostedWish = {
  config,
  issues: [epicIssue(), taskIssue('a'), taskIssue('b', { needs: ['a'] })],
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
