/** What a commit of ours says. All of it may be somebody's text. */
export interface Message {
  readonly subject: string
  readonly body?: string
  readonly trailers: Readonly<Record<string, string>>
}

/** The message as git stores it: subject, body, and a last paragraph of trailers that no text before it can forge. */
export function renderMessage({ subject, body, trailers }: Message): string {
  const lines = Object.entries(trailers).map(([key, value]) => renderTrailer(key, value))
  const paragraphs = [
    cutCharacters(oneLine(subject), subjectLength) || 'no subject',
    cleanBody(body ?? ''),
    lines.filter((line) => line !== '').join('\n'),
  ]
  return `${paragraphs.filter((paragraph) => paragraph !== '').join('\n\n')}\n`
}

/**
 * The trailers of a message: of its last paragraph alone, and never of its subject.
 * A key that is there twice says nothing.
 */
export function parseTrailers(message: string): ReadonlyMap<string, string> {
  const [, ...paragraphs] = message.trim().split(/\n[ \t]*\n/)
  const found = new Map<string, string>()
  const twice = new Set<string>()
  for (const line of (paragraphs.at(-1) ?? '').split('\n')) {
    const [, key, value] = /^([A-Za-z][A-Za-z0-9-]*): (.*)$/.exec(line) ?? []
    if (key === undefined || value === undefined) continue
    if (found.has(key)) twice.add(key)
    found.set(key, value.trim())
  }
  for (const key of twice) found.delete(key)
  return found
}

/** What stands between a message's subject and its trailers. */
export function parseBody(message: string): string {
  const [, ...paragraphs] = message.trim().split(/\n[ \t]*\n/)
  return paragraphs.slice(0, -1).join('\n\n').trim()
}

const subjectLength = 200
const trailerBytes = 1024

function renderTrailer(key: string, value: string): string {
  if (!/^[A-Za-z][A-Za-z0-9-]*$/.test(key))
    throw new TypeError(`not a trailer: ${JSON.stringify(key)}`)
  const text = cutBytes(oneLine(value), trailerBytes)
  return text === '' ? '' : `${key}: ${text}`
}

/** What would turn the direction of writing goes, so that a line reads as it is. */
function oneLine(text: string): string {
  return text
    .replace(/\p{Bidi_Control}/gu, '')
    .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' ')
    .trim()
}

/** Tabs and line breaks stay; what would steer a terminal goes. */
function cleanBody(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(/(?![\n\t])\p{Cc}/gu, '')
    .trim()
}

/** By whole characters, so that no surrogate is left alone. */
function cutCharacters(text: string, length: number): string {
  const characters = [...text]
  return characters.length <= length ? text : `${characters.slice(0, length - 1).join('')}…`
}

function cutBytes(text: string, bytes: number): string {
  const encoded = new TextEncoder().encode(text)
  if (encoded.length <= bytes) return text
  return `${new TextDecoder().decode(encoded.subarray(0, bytes - 3)).replace(/\uFFFD+$/, '')}…`
}
