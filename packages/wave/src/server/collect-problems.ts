import { UserError } from '@wavefront/errors'
import type { Dispatched } from '../ports/index.ts'

/** What GitHub refuses after the landing keeps no later step from being done, and is told at the end. */
export interface Problems {
  readonly problems: readonly UserError[]
  add(problem: UserError): void
  note(dispatched: Dispatched, workflow: string): void
  try<T>(step: () => Promise<T>): Promise<T | undefined>
}

export function collectProblems(): Problems {
  const problems: UserError[] = []
  return {
    problems,
    add: (problem) => void problems.push(problem),
    note(dispatched, workflow) {
      if (dispatched.is === 'dispatched') return
      const what = `the workflow ${workflow} could not be started: ${dispatched.why}`
      problems.push(new UserError({ what, fix: dispatched.fix }))
    },
    async try(step) {
      try {
        return await step()
      } catch (error) {
        if (!(error instanceof UserError)) throw error
        problems.push(error)
        return undefined
      }
    },
  }
}
