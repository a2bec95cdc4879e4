const esc = String.fromCharCode(0x1b)
const bell = String.fromCharCode(0x07)
const c1csi = String.fromCharCode(0x9b)

/** Everything that some reader of a log takes for the end of a line. */
const lineEnds = /\r\n|[\n\v\f\r\x85\u2028\u2029]/

/** Terminal commands up to their end (or the line's); then whatever else is not seen, but for tabs and joiners. */
const unseen = new RegExp(
  [
    `${esc}[\\]PX^_][^${bell}${esc}]*(?:${bell}|${esc}\\\\)?`,
    `(?:${esc}\\[|${c1csi})[0-?]*[ -/]*[@-~]`,
    `${esc}[ -/]*[0-~]?`,
    '(?!\\t)\\p{Cc}',
    '(?![\\u200c\\u200d])\\p{Cf}',
  ].join('|'),
  'gu',
)
const colour = new RegExp(`^${esc}\\[[0-9;:]*m$`)

/**
 * The runner looks for its commands as people compare words: characters that have no weight of their
 * own do not count. So they may stand anywhere in what is looked for, and never are what breaks it.
 */
const weightless = '[\\p{DI}\\p{Cc}\\p{M}]*'
const oldCommand = new RegExp(`(#${weightless})#(?=${weightless}\\[)`, 'gu')
const newCommand = new RegExp(`^[\\s\\p{DI}\\p{Cc}\\p{M}]*:${weightless}:`, 'u')

/**
 * Foreign output as the log may have it. A line cannot be a workflow command: the runner takes one
 * that begins with `::name`, or has `##[name]` anywhere, whoever printed it. Colours stay; what else
 * commands a terminal, hides or reorders is dropped.
 */
export function disarm(text: string): string {
  return text
    .split(lineEnds)
    .map((line) => `│ ${broken(withoutUnseen(line))}`)
    .join('\n')
}

/** Our own words, in which a title or a path of others may stand: as they are, where that is safe. */
export function disarmOwn(text: string): string {
  return text
    .split(lineEnds)
    .map((line) => {
      const seen = withoutUnseen(line)
      const safe = broken(seen)
      return safe === seen && !newCommand.test(seen) ? seen : `│ ${safe}`
    })
    .join('\n')
}

/** One line, for a title. */
export function disarmTitle(text: string): string {
  return broken(withoutUnseen(text.split(lineEnds).join(' ')).replaceAll(anyColour, '')).trim()
}

const anyColour = new RegExp(`${esc}\\[[0-9;:]*m`, 'g')

function broken(line: string): string {
  return line.replace(oldCommand, '$1 #')
}

function withoutUnseen(line: string): string {
  let isColoured = false
  const seen = line.replace(unseen, (found) => {
    if (!colour.test(found)) return ''
    isColoured = true
    return found
  })
  return isColoured ? `${seen}${esc}[0m` : seen
}
