import type { ActWorldOptions } from '../act-world.ts'
import { interpolate } from '../expressions/evaluate.ts'
import type { Plan } from '../workflow/plan-jobs.ts'

export type Secrets = Readonly<Record<string, string>>

/** The secrets that a run's jobs get to see: a called workflow those that its caller names, or all. */
export function secretsSeen({ secrets = {} }: ActWorldOptions, plan: Plan): Secrets {
  const hasOwnJobs = plan.jobs.some(({ caller }) => caller === undefined)
  const isPassed = (name: string) =>
    plan.calls.some(
      ({ secrets: given }) =>
        given === 'inherit' || JSON.stringify(given ?? {}).includes(`secrets.${name}`),
    )
  return Object.fromEntries(
    Object.entries(secrets).filter(([name]) => hasOwnJobs || isPassed(name)),
  )
}

/** GitHub hides a secret, and what a caller makes of secrets for a called workflow: as a whole and line by line. */
export function masksOf(secrets: Secrets, plan: Plan): readonly string[] {
  const passed = plan.calls.flatMap(({ secrets: given }) =>
    Object.values(typeof given === 'object' ? { ...given } : {}).map((value) =>
      interpolate(String(value), { secrets }),
    ),
  )
  const texts = [...Object.values(secrets), ...passed].flatMap((value) => [
    value,
    ...value.split('\n'),
  ])
  return [...new Set(texts)].filter((text) => text.trim() !== '')
}
