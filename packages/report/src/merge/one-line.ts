import { revealLine } from '../escape/reveal.ts'
import { shorten } from '../shorten.ts'

/** A name, a path or the like: one line for a terminal, whatever stands in it. */
export function oneLine(text: string, most = 200): string {
  return shorten(revealLine(text.slice(0, 5_000)), most)
}

export function shortName(object: string): string {
  return /^[0-9a-f]{40,64}$/.test(object) ? object.slice(0, 10) : oneLine(object, 10)
}
