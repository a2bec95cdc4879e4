import { hasNewMarkers } from '../conflict-markers.ts'

export interface MergedText {
  readonly path: string
  readonly sources: readonly string[]
  readonly content: string
}

/** What is wrong with a merged text that was right on both sides. */
export function findDamage({ path, sources, content }: MergedText): string | undefined {
  if (hasNewMarkers(content, sources)) return 'the merged file holds conflict markers'
  if (!/\.json$/i.test(path) || !sources.every(isJson) || isJson(content)) return undefined
  return 'the merged file is no longer valid JSON'
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text)
    return true
  } catch {
    return false
  }
}
