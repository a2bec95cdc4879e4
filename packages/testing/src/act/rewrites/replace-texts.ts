/** The same value with every text in it changed. */
export function replaceTexts<T>(value: T, change: (text: string) => string): T
export function replaceTexts(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value)
  if (Array.isArray(value)) return value.map((each) => replaceTexts(each, change))
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).map(([key, each]) => [key, replaceTexts(each, change)])
  return Object.fromEntries(entries)
}
