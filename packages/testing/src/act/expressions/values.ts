/** GitHub's idea of true: everything but these. */
export function isTruthy(value: unknown): boolean {
  return !(value === false || value === 0 || value === '' || value === null || Number.isNaN(value))
}

export function toText(value: unknown): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'object' ? (Array.isArray(value) ? 'Array' : 'Object') : String(value)
}

export function compare(left: unknown, sign: string, right: unknown): boolean {
  const [one, other] = comparable(left, right)
  if (sign === '==') return one === other
  if (sign === '!=') return one !== other
  if (sign === '<') return one < other
  if (sign === '<=') return one <= other
  return sign === '>' ? one > other : one >= other
}

/** Texts are compared without regard to case; of two kinds, both become numbers. */
function comparable(left: unknown, right: unknown): [string | number, string | number] {
  return typeof left === 'string' && typeof right === 'string'
    ? [left.toLowerCase(), right.toLowerCase()]
    : [toNumber(left), toNumber(right)]
}

function toNumber(value: unknown): number {
  return typeof value === 'object' && value !== null ? Number.NaN : Number(value)
}
