import { cleanLine } from './clean.ts'

/** A quoted string of Graphviz; each part is a line of its own. */
export function quote(...parts: readonly string[]): string {
  const lines = parts.map((part) => cleanLine(part).replace(/["\\]/g, '\\$&'))
  return `"${lines.filter((line) => line !== '').join('\\n')}"`
}
