import { UserError } from '@wavefront/errors'
import type { FailedCall } from './bd.ts'

export const install =
  'install Beads 1.3 (https://github.com/gastownhall/beads#installation), or name the binary of one'

export function notInstalled(binary: string, cause: Error): UserError {
  return new UserError(
    { what: `"${binary}" cannot be run: is Beads installed?`, fix: install },
    { cause },
  )
}

export function tooSlow(command: string, timeoutMs: number): UserError {
  return new UserError({
    what: `"${command}" did not end within ${timeoutMs / 1000} seconds and was stopped`,
    fix: 'see whether another bd holds its database, then run again, with a longer time limit if it needs one',
  })
}

export function tooMuchOutput(command: string, limit: number): UserError {
  return new UserError({
    what: `"${command}" printed more than ${limit / 1024 / 1024} MiB`,
    fix: 'prune old closed issues from the store',
  })
}

export function notJson(command: string, output: string): UserError {
  const shown = output.trim() === '' ? 'nothing' : JSON.stringify(output.slice(0, 200))
  return new UserError({
    what: `"${command}" ended well, but printed ${shown} instead of JSON`,
    fix: 'run the command by hand in the repository; `bd doctor` checks the store',
  })
}

/** A failed call in our words where its reason is known; bd's own words are always in it. */
export function explainFailure(command: string, call: FailedCall): Error {
  const said = whatItSaid(call)
  const cause = new Error(`exit code ${call.code}: ${said}`)
  const what = `"${command}" failed: ${said}`
  const known = remedies.find(({ pattern }) => pattern.test(said))
  const fix =
    known?.fix ?? 'run the command by hand in the repository; `bd doctor` checks the store'
  return new UserError({ what, fix }, { cause })
}

const remedies = [
  {
    pattern: /no beads database found/i,
    fix: 'get the store with `bd bootstrap`, or begin one with `bd init`, in the repository',
  },
  {
    pattern: /schema.*(newer|skew|ahead)|(newer|forward).*schema/i,
    fix: 'the store is newer than this bd: install the version of bd that wrote it',
  },
  {
    pattern: /prefix mismatch|does not match.*prefix|invalid.*prefix/i,
    fix: "give the tasks ids with the store's prefix, or keep them in a JSONL file of their own and name that as the store",
  },
  {
    pattern: /read-?only/i,
    fix: 'give yourself write permission to `.beads`, or run as its owner',
  },
  {
    pattern: /no space left/i,
    fix: 'free some space and run the same command again',
  },
  {
    pattern: /database is locked|lock timeout|another process/i,
    fix: 'wait until the other bd has finished and run again',
  },
] as const

/** An error object on stdout or stderr, else the last lines of stderr. */
function whatItSaid({ stdout, stderr, code }: FailedCall): string {
  for (const text of [stdout, stderr]) {
    const error = errorIn(text)
    if (error !== undefined) return error
  }
  const lines = stderr
    .trim()
    .split('\n')
    .filter((line) => !/^warning:/i.test(line))
  return lines.slice(-5).join(' ').trim() || `exit code ${code} and not a word`
}

function errorIn(text: string): string | undefined {
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value !== 'object' || value === null || !('error' in value)) return undefined
    return String(value.error)
  } catch {
    return undefined
  }
}
