import type { Merged } from '@wavefront/wave'

/** Why a path cannot be merged without a person or another attempt. */
export interface MergeProblem {
  readonly why: string
  readonly paths: readonly string[]
}

export function requeue(problems: readonly MergeProblem[]): Merged {
  const reasons = [...new Set(problems.map(({ why }) => why))]
  const paths = [...new Set(problems.flatMap((problem) => problem.paths))]
  return { is: 'requeued', why: reasons.join('; '), paths }
}
