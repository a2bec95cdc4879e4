/** Of some lines, each as often as it is among them, those that others do not have as often. */
export function missingLines(
  lines: readonly string[],
  others: readonly string[],
): readonly string[] {
  const left = new Map<string, number>()
  for (const line of others) left.set(line, (left.get(line) ?? 0) + 1)
  return lines.filter((line) => {
    const count = left.get(line) ?? 0
    left.set(line, count - 1)
    return count <= 0
  })
}
