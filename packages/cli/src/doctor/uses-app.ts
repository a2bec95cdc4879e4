import type { Facts } from './facts.ts'

/** Whether a GitHub App's token lands the work: what it pushes and opens starts workflows. */
export function usesApp({ caller }: Pick<Facts, 'caller'>): boolean {
  if (caller.is !== 'found') return false
  const { use, file } = caller
  if (use.is === 'call') {
    const { secrets } = use.job
    return typeof secrets === 'object' && Boolean(secrets.app_id)
  }
  const steps = file.jobs.flatMap((job) => job.steps ?? [])
  return steps.some((step) => Boolean(step.with?.app_token))
}
