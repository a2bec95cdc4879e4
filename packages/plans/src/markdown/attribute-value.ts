import { declaredPathWords, isDeclaredPath } from '../declared-path.ts'

/** What `(key: value)` at the end of a line says about a task. */
export interface Attributes {
  readonly id?: string
  readonly depends: readonly string[]
  readonly files: readonly string[]
  readonly priority?: number
  readonly minutes?: number
}

export type AttributeKey = keyof Attributes

export function readValue(
  key: AttributeKey,
  value: string,
): Partial<Attributes> | { readonly fix: string } {
  switch (key) {
    case 'id':
      return value === ''
        ? { fix: 'write an id, such as (id: login-form)' }
        : { id: unquote(value) }
    case 'depends': {
      const depends = splitList(value)
      return depends.length > 0 ? { depends } : { fix: 'write ids, such as (depends: api, form)' }
    }
    case 'files': {
      const files = splitList(value)
      const good = files.length > 0 && files.every(isDeclaredPath)
      return good ? { files } : { fix: `write ${declaredPathWords}, with commas between several` }
    }
    case 'priority':
      return /^[0-4]$/.test(value)
        ? { priority: Number(value) }
        : { fix: 'write a whole number from 0 (most urgent) to 4' }
    case 'minutes':
      return /^\d{1,6}(\.\d{1,3})?$/.test(value) && Number(value) > 0
        ? { minutes: Number(value) }
        : { fix: 'write the expected minutes as a number above 0' }
  }
}

/** At commas, but not at those in braces: `src/{a,b}.ts` is one path. */
function splitList(value: string): string[] {
  const parts = value.match(/(?:[^,{}]|\{[^{}]*\}|[{}])+/g) ?? []
  return parts.map(unquote).filter((part) => part !== '')
}

function unquote(text: string): string {
  return text.trim().replace(/^([`"'])(.*)\1$/, '$2')
}
