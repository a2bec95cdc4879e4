import type { WaveEvent } from '@wavefront/wave'
import { firstLine, oneLine } from './one-line.ts'

/** One line for what is worth a line in a log; nothing for the rest. */
export function plainLine(event: WaveEvent): string | undefined {
  switch (event.is) {
    case 'prepared': {
      const { state, wave, tasks, held, pending } = event.wave
      if (state !== 'ready') return undefined
      const what = tasks.map(({ task }) => task.id).join(', ') || 'nothing new'
      const also = [
        pending.length > 0 ? `${pending.length} from before` : '',
        held.length > 0 ? `${held.length} held` : '',
      ].filter((part) => part !== '')
      return `wave ${wave}: ${what}${also.length > 0 ? ` (${also.join(', ')})` : ''}`
    }
    case 'task-started':
      return `  ${event.id}: begins${event.attempt > 1 ? `, attempt ${event.attempt}` : ''} — ${oneLine(event.title)}`
    case 'task-ended':
      return `  ${event.id}: ${event.outcome}${event.reason ? ` — ${firstLine(event.reason)}` : ''}${event.kept ? ` (left in ${event.kept})` : ''}`
    case 'task-merged':
      return event.resolutions.length > 0
        ? `  ${event.id}: merged, ${event.resolutions.length} conflicts resolved in ${files(event.resolutions)}`
        : undefined
    case 'base-merged':
      return `  merged what is new on the base (${event.commit.slice(0, 12)})`
    case 'task-requeued':
      return `  ${event.id}: conflicts in ${oneLine(event.paths.join(', '))} — ${event.why}`
    case 'verified':
      return `  checks on ${event.ids.length > 0 ? event.ids.join(' + ') : 'the base'}: ${event.green ? 'green' : 'red'}`
    case 'flaky':
      return `  flaky: the checks were red on ${event.ids.length > 0 ? event.ids.join(' + ') : 'the base'}, and then green — ${firstLine(event.reason)}`
    case 'landed': {
      const landed = event.ends.filter(({ end }) => end === 'landed').map(({ id }) => id)
      return landed.length > 0
        ? `wave ${event.wave}: landed ${landed.join(', ')}`
        : `wave ${event.wave}: nothing landed`
    }
    case 'task-said':
    case 'task-checked':
    case 'merging':
    case 'verifying':
      return undefined
  }
}

function files(resolutions: readonly { readonly path: string }[]): string {
  return oneLine([...new Set(resolutions.map(({ path }) => path))].join(', '))
}
