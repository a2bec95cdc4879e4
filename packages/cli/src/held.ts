import type { HeldTask } from '@wavefront/tasks'

/** Why a ready task does not run now. */
export function explainHeld({ because }: HeldTask): string {
  switch (because.is) {
    case 'out-of-attempts':
      return `has failed ${because.attempts} times`
    case 'set-aside':
      return 'its merge is left to a person'
    case 'same-files':
      return `declares the same files as ${because.as} (${because.files})`
    case 'wave-full':
      return `the wave is full (${because.maxTasks} tasks)`
  }
}
