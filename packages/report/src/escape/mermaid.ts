import { cleanLine } from './clean.ts'

/**
 * Text for a label. Mermaid's parsers trip over different signs in each kind of diagram and
 * version, so every sign of ASCII is given by number, but for dots and dashes inside words.
 */
export function label(text: string, length = 60): string {
  return shorten(cleanLine(text), length).replace(inWordOrSign, (match, sign?: string) =>
    sign === undefined ? match : `#${sign.charCodeAt(0)};`,
  )
}

const inWordOrSign = /(?<=\w)[-._](?=\w)|([!-/:-@[-`{-~])/g

function shorten(text: string, length: number): string {
  const signs = [...text]
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : text
}
