/** JSON that can be shown on a terminal: what is invisible or a command is written as `\\u…`. */
export function printJson(value: unknown): string {
  return JSON.stringify(value, undefined, 2).replace(unprintable, escapeUnits)
}

const unprintable = /(?!\n)\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu

function escapeUnits(sign: string): string {
  return sign
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
