import { call } from './functions.ts'
import { type ExpressionToken, tokensOf } from './tokens.ts'
import { compare, isTruthy, toText } from './values.ts'

/** What names stand for: `{ inputs: {…}, github: {…} }`. A name that is not there is empty, as on GitHub. */
export type Contexts = Readonly<Record<string, unknown>>

/** A text with `${{ }}` in it, with what it comes to. */
export function interpolate(text: string, contexts: Contexts): string {
  return text.replaceAll(/\$\{\{((?:'(?:[^']|'')*'|[^'])*?)\}\}/g, (_, expression: string) =>
    toText(evaluate(expression, contexts)),
  )
}

/** What one expression comes to: as much of GitHub's language as workflows need outside of their jobs. */
export function evaluate(expression: string, contexts: Contexts): unknown {
  const reader: Reader = { tokens: tokensOf(expression), at: 0, expression, contexts }
  const value = either(reader)
  if (reader.at < reader.tokens.length) throw unexpected(reader)
  return value
}

interface Reader {
  readonly tokens: readonly ExpressionToken[]
  at: number
  readonly expression: string
  readonly contexts: Contexts
}

/** Both sides are always read, which has no effect here; the value is that of the side that decides. */
function either(reader: Reader): unknown {
  let left = both(reader)
  while (take(reader, '||')) {
    const right = both(reader)
    left = isTruthy(left) ? left : right
  }
  return left
}

function both(reader: Reader): unknown {
  let left = comparison(reader)
  while (take(reader, '&&')) {
    const right = comparison(reader)
    left = isTruthy(left) ? right : left
  }
  return left
}

function comparison(reader: Reader): unknown {
  let left = opposite(reader)
  for (;;) {
    const sign = ['==', '!=', '<=', '>=', '<', '>'].find((known) => take(reader, known))
    if (sign === undefined) return left
    left = compare(left, sign, opposite(reader))
  }
}

function opposite(reader: Reader): unknown {
  return take(reader, '!') ? !isTruthy(opposite(reader)) : member(reader)
}

function member(reader: Reader): unknown {
  let value = term(reader)
  for (;;) {
    if (take(reader, '.')) {
      const key = reader.tokens[reader.at++]
      if (key?.is !== 'name') throw unexpected(reader)
      value = property(value, key.name)
    } else if (take(reader, '[')) {
      value = property(value, toText(either(reader)))
      expectSign(reader, ']')
    } else return value
  }
}

function term(reader: Reader): unknown {
  const token = reader.tokens[reader.at++]
  if (token?.is === 'value') return token.value
  if (token?.is === 'name')
    return take(reader, '(')
      ? call(token.name, argumentsOf(reader))
      : property(reader.contexts, token.name)
  if (token?.sign !== '(') throw unexpected(reader)
  const value = either(reader)
  expectSign(reader, ')')
  return value
}

function argumentsOf(reader: Reader): readonly unknown[] {
  const values: unknown[] = []
  if (take(reader, ')')) return values
  do values.push(either(reader))
  while (take(reader, ','))
  expectSign(reader, ')')
  return values
}

function property(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return null
  const found = Object.entries(value).find(([key]) => key.toLowerCase() === name.toLowerCase())
  return found?.[1] ?? null
}

function take(reader: Reader, sign: string): boolean {
  const token = reader.tokens[reader.at]
  if (token?.is !== 'sign' || token.sign !== sign) return false
  reader.at++
  return true
}

function expectSign(reader: Reader, sign: string): void {
  if (!take(reader, sign)) throw unexpected(reader)
}

function unexpected({ expression }: Reader): Error {
  return new Error(`this expression is more than the harness understands: ${expression.trim()}`)
}
