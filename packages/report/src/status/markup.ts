import { clean, cleanLine } from '../escape/clean.ts'
import { code, fence, words } from '../escape/markdown.ts'
import { shorten } from '../shorten.ts'

/** Somebody's text as words on one line, of a length that leaves room for others. */
export function phrase(text: string, most = 120): string {
  return words(shorten(firstWords(text), most))
}

/** An id, a path or a name, of a length that leaves room for others. */
export function name(text: string, most = 160): string {
  return code(shorten(firstWords(text), most))
}

/** What is invisible goes before it is counted; of a huge text no more than is ever shown is read. */
function firstWords(text: string): string {
  return cleanLine(text.slice(0, 5_000))
}

/** Commits stand bare: GitHub makes links of them, but not in code. */
export function shortCommit(commit: string): string {
  return isCommit(commit) ? commit.slice(0, 10) : name(commit, 10)
}

export function isCommit(text: string): boolean {
  return /^[0-9a-f]{10,}$/.test(text)
}

/** The text alone where the address is none of the web. */
export function link(text: string, url: string | undefined): string {
  const target = url === undefined ? undefined : address(url)
  return target === undefined ? text : `[${text}](${target})`
}

function address(url: string): string | undefined {
  if (url.length > 500 || !URL.canParse(url)) return undefined
  const { protocol, href } = new URL(url)
  if (protocol !== 'https:' && protocol !== 'http:') return undefined
  return href.replace(/[^\w./:?=%~+,;#-]/g, encodeURIComponent).replace(/[()*!']/g, percent)
}

function percent(sign: string): string {
  return `%${sign.charCodeAt(0).toString(16).toUpperCase()}`
}

/** The last lines of a log: what went wrong is said there. */
export function lastLines(text: string): string {
  const lines = clean(text.slice(-20_000)).trimEnd().split('\n')
  const shown = lines.slice(-mostLines).map((line) => shorten(line, mostSigns))
  const isCut = text.length > 20_000 || shown.length < lines.length
  return verbatim((isCut ? ['…', ...shown] : shown).join('\n'))
}

/** `… and 37 more` */
export function more(left: number, thing = ''): string {
  return `… and ${left} more${thing === '' ? '' : ` ${thing}${left === 1 ? '' : 's'}`}`
}

const mostLines = 30
const mostSigns = 200

/** The marks by which we find our own text must not stand in what we quote. */
function verbatim(text: string): string {
  return fence(text).replace(/<!(?=--\s*\/?\s*wavefront)/gi, '<!\u200b')
}
