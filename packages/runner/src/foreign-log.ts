import { StringDecoder } from 'node:string_decoder'
import { disarm, lineEnds } from './disarm.ts'

/** A longer line is shown in pieces: a flood without line ends must not fill the memory. */
const maxLine = 64 * 1024

export interface ForeignLog {
  write(chunk: Buffer | string): void
  /** What came after the last line end is a line too. */
  end(): void
}

/** Chunks in, whole disarmed lines out. */
export function createForeignLog(
  print: (text: string) => void = (text) => process.stdout.write(text),
): ForeignLog {
  const decoder = new StringDecoder('utf8')
  let rest = ''
  let endsInReturn = false
  const add = (text: string) => {
    if (text === '') return
    const fresh = endsInReturn && text.startsWith('\n') ? text.slice(1) : text
    endsInReturn = text.endsWith('\r')
    const lines = (rest + fresh).split(lineEnds)
    rest = lines.pop() ?? ''
    for (const line of lines) print(`${disarm(line)}\n`)
    if (rest.length > maxLine) {
      print(`${disarm(rest)}\n`)
      rest = ''
    }
  }
  return {
    write: (chunk) => add(typeof chunk === 'string' ? chunk : decoder.write(chunk)),
    end() {
      add(decoder.end())
      if (rest !== '') print(`${disarm(rest)}\n`)
      rest = ''
    },
  }
}

/** One line or several that are complete. */
export function printForeign(text: string): void {
  process.stdout.write(`${disarm(text)}\n`)
}
