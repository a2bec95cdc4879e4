import { UserError } from '@wavefront/errors'
import { exitCodes } from './exit-codes.ts'

/** The one place where an error becomes words and an exit code. */
export function reportFailure(error: unknown): number {
  if (error instanceof UserError) {
    const count = error.problems.length
    console.error(
      count > 1 ? `wavefront: ${count} problems\n${error.message}` : `wavefront: ${error.message}`,
    )
    return exitCodes.badInput
  }
  console.error('wavefront: this should not have happened.')
  console.error(error instanceof Error ? withCauses(error) : String(error))
  console.error('\nIf it happens again, please report it with the lines above.')
  return exitCodes.broken
}

function withCauses(error: Error): string {
  const shown = error.stack ?? error.message
  return error.cause instanceof Error ? `${shown}\ncaused by: ${withCauses(error.cause)}` : shown
}
