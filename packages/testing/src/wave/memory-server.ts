import type { LandingPush, Server } from '@wavefront/wave'
import type { MemoryRepository } from './memory-repository.ts'
import type { MemoryStore } from './memory-store.ts'

export interface MemoryServer {
  readonly server: Server
  /** Somebody does this on the server. Until it has been taken from there, every push is too late. */
  othersDo(deed: () => void | Promise<void>): void
  /** From now on the server says no. */
  refuse(refusal: Omit<Extract<LandingPush, { is: 'refused' }>, 'is'>): void
  /** What the server says to each next push of the branches of tasks. */
  keepBranches(...sentences: readonly string[]): void
}

/** What the repository and the store hold is here; what was pushed last is on the server. */
export function memoryServer(
  { repository, store }: { readonly repository: MemoryRepository; readonly store: MemoryStore },
  calls: string[] = [],
): MemoryServer {
  let deeds: (() => void | Promise<void>)[] = []
  let refusal: LandingPush | undefined
  let kept: readonly string[] = []
  let restore = checkpoint()

  function checkpoint(): () => void {
    const all = [repository.checkpoint(), store.checkpoint()]
    return () => {
      for (const one of all) one()
    }
  }

  return {
    server: {
      async refresh() {
        calls.push('refresh')
        restore()
        for (const deed of deeds) await deed()
        deeds = []
        restore = checkpoint()
      },
      async pushLanding() {
        calls.push('push landing')
        if (refusal) return refusal
        if (deeds.length > 0) return { is: 'lost-race' }
        restore = checkpoint()
        return { is: 'pushed' }
      },
      async pushTaskBranches() {
        calls.push('push task branches')
        return kept
      },
    },
    othersDo: (deed) => void deeds.push(deed),
    refuse: (no) => {
      refusal = { is: 'refused', ...no }
    },
    keepBranches: (...sentences) => {
      kept = sentences
    },
  }
}
