/** A text as lines that can be replaced one by one, with everything between them kept. */
export class TextLines {
  readonly #bom: string
  readonly #lines: string[]
  readonly #ends: string[]

  constructor(text: string) {
    this.#bom = text.startsWith('\uFEFF') ? '\uFEFF' : ''
    const pieces = text.slice(this.#bom.length).split(/(\r?\n)/)
    this.#lines = pieces.filter((_, place) => place % 2 === 0)
    this.#ends = pieces.filter((_, place) => place % 2 === 1)
  }

  /** `number` counts from 1. */
  get(number: number): string {
    const line = this.#lines[number - 1]
    if (line === undefined) throw new RangeError(`there is no line ${number}`)
    return line
  }

  set(number: number, line: string): void {
    this.get(number)
    this.#lines[number - 1] = line
  }

  /** Below the last line, with its line end; a file without a final line end keeps none. */
  append(line: string): void {
    const end = this.#ends.at(-1) ?? '\n'
    const isEmpty = this.#lines.length === 1 && this.#lines[0] === ''
    if (isEmpty) {
      this.#lines.unshift(line)
      this.#ends.push(end)
    } else if (this.#lines.at(-1) === '') {
      this.#lines.splice(-1, 0, line)
      this.#ends.push(end)
    } else {
      this.#lines.push(line)
      this.#ends.push(end)
    }
  }

  toString(): string {
    return this.#bom + this.#lines.map((line, place) => line + (this.#ends[place] ?? '')).join('')
  }
}
