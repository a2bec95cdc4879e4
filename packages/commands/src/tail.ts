import { stripVTControlCharacters } from 'node:util'

const maxLines = 120
const maxCharacters = 4_000

/** The end of a long output, fit to be shown to people and to be put into a prompt. */
export function createTail(): { add(line: string): void; text(): string } {
  const lines: string[] = []
  return {
    add(line) {
      lines.push(clean(line).slice(0, maxCharacters))
      if (lines.length > maxLines) lines.shift()
    },
    text: () => lines.join('\n').slice(-maxCharacters).trim(),
  }
}

function clean(line: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
  return stripVTControlCharacters(line).replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '')
}
