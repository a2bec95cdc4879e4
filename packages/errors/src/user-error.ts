import type { Parsed, Problem } from './problem.ts'

/**
 * The user must change something. Everything else that is thrown is a bug or the world,
 * and is shown with its stack.
 */
export class UserError extends Error {
  override readonly name = 'UserError'
  readonly problems: readonly Problem[]

  constructor(problems: Problem | readonly Problem[], options?: ErrorOptions) {
    const all = isList(problems) ? problems : [problems]
    super(all.map(renderProblem).join('\n'), options)
    this.problems = all
  }
}

export function renderProblem({ what, where, fix }: Problem): string {
  return `${where ? `${where}: ` : ''}${what}\n  fix: ${fix}`
}

/** The value, or the problems thrown at whoever asked. */
export function unwrap<T>(result: Parsed<T>): T {
  if (result.ok) return result.value
  throw new UserError(result.problems)
}

function isList(problems: Problem | readonly Problem[]): problems is readonly Problem[] {
  return Array.isArray(problems)
}
