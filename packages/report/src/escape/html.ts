import { clean } from './clean.ts'

export type Content = Markup | string | number | false | undefined | readonly Content[]

/** Markup that is known to be safe: only `html` makes it, and `html` escapes all other text. */
export class Markup {
  readonly #text: string

  private constructor(text: string) {
    this.#text = text
  }

  static of(strings: TemplateStringsArray, values: readonly Content[]): Markup {
    return new Markup(strings.map((part, i) => part + render(values[i])).join(''))
  }

  toString(): string {
    return this.#text
  }
}

/** A template whose values are escaped, unless they come from such a template themselves. */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Markup {
  return Markup.of(strings, values)
}

function render(value: Content): string {
  if (value === undefined || value === false) return ''
  if (value instanceof Markup) return value.toString()
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return escapeHtml(value)
  return value.map(render).join('')
}

function escapeHtml(text: string): string {
  return clean(text).replace(/[&<>"'`]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
