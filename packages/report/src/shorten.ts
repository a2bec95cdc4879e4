/** At most so many signs, with an ellipsis where some had to go. */
export function shorten(text: string, most: number): string {
  // Twice as many units hold at least as many signs; the rest of a huge text is not looked at.
  const signs = [...text.slice(0, most * 2 + 2)]
  if (signs.length <= most && text.length <= most * 2 + 2) return text
  return `${signs
    .slice(0, most - 1)
    .join('')
    .trimEnd()}…`
}
