import type { Integration } from './integrate-wave.ts'

/** Why nothing of a wave lands and a person is to decide, in one line; nothing where that is not so. */
export function explainStop({
  stopped,
  checks,
}: Pick<Integration, 'stopped' | 'checks'>): string | undefined {
  if (stopped === undefined) return undefined
  return checks === 'failed'
    ? "the checks fail with this wave's work, and `on_red: stop` leaves it to a person"
    : "lines of one task would give way to another's, and `conflicts: fail` leaves it to a person"
}
