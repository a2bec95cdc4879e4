import { stripVTControlCharacters } from 'node:util'

/** Text of tasks and agents is not ours: no line breaks, no control sequences, no turned direction. */
export function oneLine(text: string): string {
  return (
    stripVTControlCharacters(text)
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
      .replace(/[\u0000-\u001f\u007f-\u009f\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, ' ')
      .trim()
  )
}

/** The first line of something longer, such as a reason that ends in a log. */
export function firstLine(text = ''): string {
  return oneLine(text.split('\n', 1)[0] ?? '')
}
