import { parseAllDocuments } from 'yaml'
import { hasNewMarkers } from '../conflict-markers.ts'
import { isJsonPath } from './json/is-json-path.ts'
import { isStrictJson, parseJson } from './json/parse-json.ts'

export interface MergedText {
  readonly path: string
  readonly sources: readonly string[]
  readonly content: string
}

/** What is wrong with a merged text that was right on both sides. */
export function findDamage({ path, sources, content }: MergedText): string | undefined {
  if (hasNewMarkers(content, sources)) return 'the merged file holds conflict markers'
  const broken = languages.find(
    ({ has, isRight }) => has(path) && sources.every(isRight) && !isRight(content),
  )
  return broken && `the merged file is no longer valid ${broken.name}`
}

/** Whether a file by this name can be damaged in a way that we would see. */
export function isChecked(path: string): boolean {
  return languages.some(({ has }) => has(path))
}

interface Language {
  readonly name: string
  has(path: string): boolean
  /** A key that stands twice is wrong in every one of them. */
  isRight(text: string): boolean
}

const languages: readonly Language[] = [
  { name: 'JSON', has: isJsonPath, isRight: (text) => isStrictJson(text) && isJson(text) },
  { name: 'JSON', has: isJsonPath, isRight: isJson },
  { name: 'YAML', has: (path) => /\.ya?ml$/i.test(path), isRight: isYaml },
]

function isJson(text: string): boolean {
  return parseJson(text.replace(/^\uFEFF/, '')) !== undefined
}

/** A parser for everything that YAML allows takes its time, and files this long are written by machines. */
const longestYaml = 200_000

function isYaml(text: string): boolean {
  if (text.length > longestYaml) return true
  return parseAllDocuments(text).every(({ errors }) => errors.length === 0)
}
