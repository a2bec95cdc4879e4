import { applyEdits, type JSONPath, modify } from 'jsonc-parser'

export interface Edit {
  readonly path: JSONPath
  readonly value: unknown
}

/** A line of JSON with some values set. Every other character of it stays as it is. */
export function editLine(line: string, edits: readonly Edit[]): string {
  const isSpaced = /^\s*\{\s*"[^"]*":\s/.test(line)
  return edits.reduce((text, { path, value }) => {
    const changes = modify(text, path, value, {})
    return applyEdits(text, isSpaced ? changes : changes.map(withoutSpace))
  }, line)
}

/** A new property is written as `"key": value`, but bd's lines have no spaces. */
function withoutSpace<C extends { readonly content: string }>(change: C): C {
  return { ...change, content: change.content.replace(/^(,?"[^"]*":) /, '$1') }
}
