/** In a store the name is put before each id, and both are part of a branch's name. */
export const maxSlug = 32

/** What a plan's name must look like. */
export const slugPattern = /^[a-z](?:-?[a-z0-9])*$/

/** The words of a text as a name; nothing when there is no Latin letter in it. */
export function toSlug(text: string): string | undefined {
  const words = plain(text)
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[^a-z]+|-+$/g, '')
  if (words === '') return undefined
  return words.length <= maxSlug ? words : shorten(words)
}

/** The same text always gives the same four letters. It tells names apart that begin alike. */
export function fingerprint(text: string): string {
  let hash = 0x811c9dc5
  for (const letter of text) hash = Math.imul(hash ^ (letter.codePointAt(0) ?? 0), 0x01000193)
  return (hash >>> 0).toString(36).padStart(7, '0').slice(-4)
}

function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{Mark}+/gu, '')
}

function shorten(words: string): string {
  const cut = words.slice(0, maxSlug - 4)
  const end = cut.lastIndexOf('-')
  return `${cut.slice(0, end > maxSlug / 2 ? end : maxSlug - 5)}-${fingerprint(words)}`
}
