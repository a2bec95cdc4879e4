import type { Resolution } from '@wavefront/wave'

export type Records = ReadonlyMap<string, readonly string[]>

/** Adds the lines that gave way to those of their files. */
export function readRecords(
  resolutions: readonly Resolution[],
  records: Map<string, string[]>,
): void {
  for (const { path, gaveWay } of resolutions) {
    if (gaveWay === undefined) continue
    const lines = records.get(path) ?? []
    for (const line of gaveWay.lines) lines.push(line)
    records.set(path, lines)
  }
}
