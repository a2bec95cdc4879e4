import type { Integration } from './integrate-wave.ts'
import type { CommitSha } from './names.ts'
import type { RunPorts } from './run.ts'
import { createVerifier } from './verify.ts'

/**
 * Is the commit that workers start from green? On one that is red they would all fail for what is
 * not theirs. Asked once for each commit; what has just landed green needs no asking.
 */
export interface TipCheck {
  /** Why the checks are red there; nothing when they are green, or when there are none. */
  findRed(tip: CommitSha): Promise<string | undefined>
  landed(integration: Integration): void
}

export function createTipCheck(ports: RunPorts, signal: AbortSignal): TipCheck {
  const { checks } = ports
  if (!checks) return { findRed: async () => undefined, landed: () => {} }
  const verifier = createVerifier({ ...ports, checks }, { name: 'base', signal })
  return {
    async findRed(tip) {
      const batch = { to: tip, merged: [], requeued: [] }
      if (await verifier.isGreen(batch)) return undefined
      // Red once may be chance, and would end the run.
      if (!(await verifier.isGreen(batch, { again: true }))) return verifier.reason(batch)
      const reason = verifier.reason(batch)
      ports.progress({ is: 'flaky', tree: tip, ids: [], reason })
      return undefined
    },
    landed({ checks: verdict, batch }) {
      if (verdict === 'passed') verifier.trust(batch.to)
    },
  }
}
