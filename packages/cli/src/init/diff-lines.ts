/** The lines from the first to the last that differ, as a diff shows them: what there is, then what there would be. */
export function diffLines(now: string, wanted: string): string[] {
  const [before, after] = [now.split('\n'), wanted.split('\n')]
  const start = commonLength(before, after)
  const end = commonLength(before.slice(start).reverse(), after.slice(start).reverse())
  return [
    `@@ line ${start + 1} @@`,
    ...before.slice(start, before.length - end).map((line) => `- ${line}`),
    ...after.slice(start, after.length - end).map((line) => `+ ${line}`),
  ]
}

function commonLength(one: readonly string[], other: readonly string[]): number {
  const at = one.findIndex((line, index) => line !== other[index])
  return at < 0 ? one.length : at
}
