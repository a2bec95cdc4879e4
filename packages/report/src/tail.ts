const mostLines = 30
const mostSigns = 4000

/** The end of a log: what went wrong is said there. */
export function tail(text: string): string {
  const end = text.trimEnd().slice(-mostSigns)
  const lines = end.split('\n')
  const kept = lines.slice(-mostLines)
  const isCut = kept.length < lines.length || end.length < text.trimEnd().length
  return isCut ? `…\n${kept.join('\n')}` : end
}
