import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

const defaultMaxBytes = 50 * 1024 * 1024

/** A file that a command's output is appended to. Past its bound, or on a full disk, it stops with a note. */
export function openLog(
  path: string,
  maxBytes = defaultMaxBytes,
): { write(chunk: Buffer): void; close(): void } {
  mkdirSync(dirname(path), { recursive: true })
  const file = openSync(path, 'a')
  let left = maxBytes
  const stop = (note: string) => {
    left = 0
    tryWrite(file, Buffer.from(`\n[wavefront: ${note}; the rest of the output is not kept]\n`))
  }
  return {
    write(chunk) {
      if (left <= 0) return
      if (!tryWrite(file, chunk.subarray(0, left))) return stop('the log could not be written')
      left -= chunk.length
      if (left <= 0) stop(`more than ${maxBytes} bytes`)
    },
    close: () => closeSync(file),
  }
}

function tryWrite(file: number, chunk: Buffer): boolean {
  try {
    writeSync(file, chunk)
    return true
  } catch {
    return false
  }
}
