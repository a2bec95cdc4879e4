export type ExpressionToken =
  | { readonly is: 'value'; readonly value: string | number | boolean | null }
  | { readonly is: 'name'; readonly name: string }
  | { readonly is: 'sign'; readonly sign: string }

const pattern =
  /\s*(?:(?<text>'(?:[^']|'')*')|(?<number>-?(?:0x[\da-f]+|\d+(?:\.\d+)?(?:e[+-]?\d+)?))|(?<name>[a-z_][\w-]*)|(?<sign>&&|\|\||==|!=|<=|>=|[!<>().,[\]*]))/iy

const words = new Map<string, boolean | null>([
  ['true', true],
  ['false', false],
  ['null', null],
])

/** The words and signs of what stands between `${{` and `}}`. */
export function tokensOf(expression: string): readonly ExpressionToken[] {
  const tokens: ExpressionToken[] = []
  const source = expression.trimEnd()
  pattern.lastIndex = 0
  while (pattern.lastIndex < source.length) {
    const at = pattern.lastIndex
    const groups = pattern.exec(source)?.groups
    if (groups === undefined)
      throw new Error(`cannot read "${source.slice(at)}" in the expression "${expression}"`)
    tokens.push(tokenOf(groups))
  }
  return tokens
}

function tokenOf({ text, number, name, sign = '' }: Record<string, string>): ExpressionToken {
  if (text !== undefined) return { is: 'value', value: text.slice(1, -1).replaceAll("''", "'") }
  if (number !== undefined) return { is: 'value', value: Number(number) }
  if (name === undefined) return { is: 'sign', sign }
  const value = words.get(name)
  return value === undefined ? { is: 'name', name } : { is: 'value', value }
}
