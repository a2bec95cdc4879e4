import { type ParserConfig, parseSync } from '@swc/core'
import { parse as parseYaml } from 'yaml'

const typescript: ParserConfig = { syntax: 'typescript', decorators: true }
const script = (options: ParserConfig) => (text: string) =>
  parseSync(text, { ...options, target: 'es2022' })

const parsers: readonly (readonly [RegExp, (text: string) => unknown])[] = [
  [/\.json$/, (text) => JSON.parse(text)],
  [/\.tsx$/, script({ ...typescript, tsx: true })],
  [/\.[cm]?ts$/, script(typescript)],
  [/\.[cm]?jsx?$/, script({ syntax: 'ecmascript', jsx: true })],
  [/\.ya?ml$/, (text) => parseYaml(text)],
]

/** Whether a text is well formed; what no parser is at hand for always is. */
export function canBeParsed(path: string, text: string): boolean {
  const parse = parsers.find(([kind]) => kind.test(path))?.[1]
  try {
    parse?.(text)
    return true
  } catch {
    return false
  }
}
