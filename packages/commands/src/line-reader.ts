import { StringDecoder } from 'node:string_decoder'

/** A line longer than this is shown in pieces: a flood without line breaks must not fill the memory. */
const maxLine = 10_000

/** Bytes in, whole lines out, whatever the chunks were. */
export function createLineReader(onLine: (line: string) => void): {
  push(chunk: Buffer): void
  end(): void
} {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  const emit = (text: string) => {
    const lines = (rest + text).split(/\r?\n/)
    rest = lines.pop() ?? ''
    for (const line of lines) onLine(line)
    if (rest.length > maxLine) {
      onLine(rest)
      rest = ''
    }
  }
  return {
    push: (chunk) => emit(decoder.write(chunk)),
    end: () => {
      emit(decoder.end())
      if (rest !== '') onLine(rest)
      rest = ''
    },
  }
}
