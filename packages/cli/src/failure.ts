import { type Problem, renderProblem, UserError } from '@wavefront/errors'
import { exitCodes } from './exit-codes.ts'

/** More than anybody mends in one go. */
const mostProblems = 50

/** The one place where an error becomes words and an exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof UserError) {
    const count = error.problems.length
    const shown = error.problems.slice(0, mostProblems).map(renderProblem).join('\n')
    const rest = count > mostProblems ? `\n… and ${count - mostProblems} more` : ''
    console.error(`wavefront: ${count > 1 ? `${count} problems\n` : ''}${shown}${rest}`)
    return exitCodes.badInput
  }
  const machine = explainMachine(error)
  if (machine !== undefined) {
    console.error(`wavefront: ${renderProblem(machine)}`)
    return exitCodes.badInput
  }
  console.error('wavefront: this should not have happened.')
  console.error(error instanceof Error ? withCauses(error) : String(error))
  console.error('\nIf it happens again, please report it with the lines above.')
  return exitCodes.broken
}

const remedies: Record<string, string> = {
  EACCES: 'see that you may write there: ls -ld on the folder, or run it as the owner',
  EPERM: 'see that you may write there: ls -ld on the folder, or run it as the owner',
  EROFS: 'it is on a disk that is mounted read-only: use a checkout elsewhere',
  ENOSPC:
    'the disk is full: make room (wavefront clean --runs removes old reports), then run it again',
  EDQUOT:
    'your quota is used up: make room (wavefront clean --runs removes old reports), then run it again',
  EMFILE: 'too many files are open: use fewer workers (--jobs), or raise the limit (ulimit -n)',
}

/** What the machine refuses is for its user to mend. */
function explainMachine(error: unknown): Problem | undefined {
  const { code = '', path, syscall } = error as NodeJS.ErrnoException
  const fix = remedies[code]
  if (fix === undefined) return undefined
  const what = `the machine refused ${syscall ? `to ${syscall}` : 'it'} (${code})`
  return { what, fix, ...(path === undefined ? {} : { where: path }) }
}

function withCauses(error: Error): string {
  const shown = error.stack ?? error.message
  return error.cause instanceof Error ? `${shown}\ncaused by: ${withCauses(error.cause)}` : shown
}
