/*
 * Nothing in the configuration may be an expression of GitHub's: some values are written where
 * GitHub would evaluate them. So that the JSON Schema says it too, each pattern excludes `${{`.
 */

/** Text of one line or several, not blank. */
export const textPattern = /^(?![\s\S]*\$\{\{)(?=[\s\S]*\S)[^\0]*$/

/** One line, not blank, without control characters. */
export const linePattern = /^(?!.*\$\{\{)(?=.*\S)[^\p{Cc}\u2028\u2029]*$/u

/** The runner's own variables hold the run's tokens and paths: they are nobody's to name. */
export const envNamePattern = /^(?!(?:ACTIONS|GITHUB|INPUT|RUNNER)_)[A-Za-z_][A-Za-z0-9_]*$/

/** A path from the repository's root. */
export const globPattern = /^(?!.*\$\{\{)(?![/!\s])[^\p{Cc}\\]*[^\p{Cc}\\\s/]$/u

/** No step up, none that stays, none that is empty. */
export function isGlob(text: string): boolean {
  return !text.split('/').some((part) => part === '' || part === '.' || part === '..')
}

/** Whether anything in it is what GitHub would evaluate. */
export function hasExpression(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('${{')
  if (typeof value !== 'object' || value === null) return false
  return Object.entries(value).some(([key, inner]) => hasExpression(key) || hasExpression(inner))
}
