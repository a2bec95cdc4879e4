import type { PreparedWave } from '@wavefront/wave'
import { explainHeld } from '../held.ts'
import { oneLine } from './one-line.ts'

/** A wave that has been chosen and not begun, for people. */
export function renderPrepared({ wave, state, tasks, pending, held, base }: PreparedWave): string {
  const lines = tasks.map(({ task, attempt }) => {
    const again = attempt > 1 ? ` (attempt ${attempt})` : ''
    const files = task.files.length > 0 ? ` [${task.files.join(', ')}]` : ''
    return `  ${task.id}${again}  ${oneLine(task.title + files)}`
  })
  const before = pending.map(({ id }) => `  ${id}  has a result that waits to be merged`)
  const later = held.map((one) => `  ${one.id}  held: ${explainHeld(one)}`)
  const heading =
    state === 'ready' ? `Wave ${wave}, from ${base.slice(0, 12)}:` : `Nothing to run: ${state}.`
  return [heading, ...lines, ...before, ...later].join('\n')
}
