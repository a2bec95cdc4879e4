/** Words, line breaks, runs of other white space, and every other character by itself. */
export function tokenise(text: string): readonly string[] {
  return text.match(/[\p{L}\p{N}\p{M}_]+|\n|[^\S\n]+|./gsu) ?? []
}

export function isSpace(token: string): boolean {
  return token.trim() === ''
}
