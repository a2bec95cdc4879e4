import { type Parsed, parsed, refused } from '@wavefront/errors'
import { pointer, scanJson } from './scan-json.ts'

/** A JSON text's value, and the line on which each part of it stands. */
export interface JsonDocument {
  readonly path: string
  readonly value: unknown
  /** `plan.json:12`, for the value at these keys or the nearest one above it. */
  where(keys: readonly PropertyKey[]): string
}

export function readJson(path: string, text: string): Parsed<JsonDocument> {
  const scan = scanJson(text)
  const starts = lineStarts(text)
  if (!scan.ok) {
    const { at, what, fix } = scan.fault
    const line = lineAt(starts, at)
    const column = at - (starts[line - 1] ?? 0) + 1
    return refused([{ what: `the file ${what}`, where: `${path}:${line}:${column}`, fix }])
  }
  const where = (keys: readonly PropertyKey[]) =>
    `${path}:${lineAt(starts, nearestOffset(scan.offsets, keys))}`
  return parsed({ path, value: JSON.parse(text), where })
}

function nearestOffset(offsets: ReadonlyMap<string, number>, keys: readonly PropertyKey[]): number {
  let path = ''
  let found = offsets.get(path) ?? 0
  for (const key of keys) {
    path = pointer(path, key)
    found = offsets.get(path) ?? found
  }
  return found
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

/** The last line that begins at or before the offset, by halving. */
function lineAt(starts: readonly number[], offset: number): number {
  let low = 0
  let high = starts.length
  while (high - low > 1) {
    const middle = (low + high) >>> 1
    if ((starts[middle] ?? 0) <= offset) low = middle
    else high = middle
  }
  return low + 1
}
