/** A line for a field that has room for so many characters. */
export function oneLine(text: string, room: number): string {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= room) return characters.join('')
  return `${characters
    .slice(0, room - 1)
    .join('')
    .trimEnd()}…`
}
