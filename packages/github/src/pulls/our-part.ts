import { fitBody, longestBody } from '../fit-body.ts'

const begin = '<!-- wavefront:begin -->'
const end = '<!-- wavefront:end -->'

/** A pull request's text with our part of it replaced; where it has none, ours comes first. */
export function withOurPart(text: string, ours: string): string {
  const { before, after } = around(text)
  const frame = `${before}${begin}\n\n${end}${after}`
  const part = fitBody(withoutMarkers(ours), longestBody - frame.length)
  return `${before}${begin}\n${part}\n${end}${after}`
}

function around(text: string): { before: string; after: string } {
  const from = text.indexOf(begin)
  const to = from < 0 ? -1 : text.indexOf(end, from)
  if (to >= 0) return { before: text.slice(0, from), after: text.slice(to + end.length) }
  const theirs = withoutMarkers(text).trim()
  return { before: '', after: theirs === '' ? '\n' : `\n\n${theirs}\n` }
}

/** A marker inside of a part would be taken for its end the next time. */
function withoutMarkers(text: string): string {
  return text.replaceAll(begin, '').replaceAll(end, '')
}
