/** Where each value begins, by JSON pointer; or the first place at which the text is no JSON. */
export type JsonScan =
  | { readonly ok: true; readonly offsets: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly fault: JsonFault }

export interface JsonFault {
  readonly at: number
  readonly what: string
  readonly fix: string
}

const maxDepth = 64
const maxValues = 1_000_000

/**
 * `JSON.parse` forgets where things are, and for most mistakes does not say where they are either.
 * This reads the text once for its places alone; the values are still those of `JSON.parse`.
 */
export function scanJson(text: string): JsonScan {
  const scanner = new Scanner(text)
  try {
    scanner.readDocument()
  } catch (error) {
    if (error instanceof Fault) return { ok: false, fault: error.fault }
    throw error
  }
  return { ok: true, offsets: scanner.offsets }
}

/** One more step of a JSON pointer. */
export function pointer(parent: string, key: PropertyKey): string {
  return `${parent}/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`
}

class Fault extends Error {
  readonly fault: JsonFault

  constructor(fault: JsonFault) {
    super(fault.what)
    this.fault = fault
  }
}

class Scanner {
  readonly offsets = new Map<string, number>()
  readonly #text: string
  #at = 0
  #depth = 0

  constructor(text: string) {
    this.#text = text
  }

  readDocument(): void {
    this.#readValue('')
    if (this.#peek() !== '') this.#expected('the end of the file', 'remove what follows')
  }

  #readValue(path: string): void {
    const first = this.#peek()
    if (this.offsets.size >= maxValues) this.#fail('has too many values', 'split it into several')
    this.offsets.set(path, this.#at)
    if (first === '{') this.#within('}', () => this.#readMember(path))
    else if (first === '[') this.#readElements(path)
    else if (first === '"') this.#readString()
    else this.#readWord()
  }

  #readElements(path: string): void {
    let index = 0
    this.#within(']', () => this.#readValue(pointer(path, index++)))
  }

  #readMember(parent: string): void {
    if (this.#peek() !== '"') this.#expected('a key in double quotes', 'write it as "key": value')
    const at = this.#at
    const key: unknown = JSON.parse(this.#readString())
    const path = pointer(parent, String(key))
    if (this.offsets.has(path)) {
      this.#at = at
      this.#fail(`has the key ${JSON.stringify(key)} twice in one object`, 'keep one of the two')
    }
    if (this.#peek() !== ':') this.#expected('":"', 'write a ":" between a key and its value')
    this.#at++
    this.#readValue(path)
  }

  /** From the bracket that is next to the one that ends it, with commas between the items. */
  #within(end: string, readItem: () => void): void {
    if (++this.#depth > maxDepth) {
      this.#fail(`is nested more than ${maxDepth} levels deep`, 'write a flatter list of tasks')
    }
    this.#at++
    if (this.#peek() !== end) {
      readItem()
      while (this.#peek() === ',') {
        this.#at++
        if (this.#peek() === end) this.#expected('another value', 'remove the "," before it')
        readItem()
      }
    }
    if (this.#peek() !== end) {
      this.#expected(`"," or "${end}"`, `write a "," before it, or the "${end}" that is missing`)
    }
    this.#at++
    this.#depth--
  }

  #readString(): string {
    const start = this.#at++
    for (;;) {
      this.#match(/[ !#-[\]-\uffff]*/y)
      if (this.#text[this.#at] === '"') return this.#text.slice(start, ++this.#at)
      if (this.#match(/\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y) !== '') continue
      if (this.#text[this.#at] === '\\') this.#expected('an escape', 'write "\\\\" for a backslash')
      this.#expected(
        'the end of a text',
        'close it with a double quote; write "\\n" for a new line',
      )
    }
  }

  #readWord(): void {
    const word = this.#match(
      /true|false|null|-?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?/y,
    )
    if (word === '') this.#expected('a value', 'write a text in double quotes, a number, [ or {')
  }

  /** The next character that is no white space, or nothing at the end. */
  #peek(): string {
    this.#match(/[ \t\n\r]*/y)
    return this.#text[this.#at] ?? ''
  }

  #match(pattern: RegExp): string {
    pattern.lastIndex = this.#at
    const found = pattern.exec(this.#text)?.[0] ?? ''
    this.#at += found.length
    return found
  }

  #expected(expected: string, fix: string): never {
    const character = this.#text.codePointAt(this.#at)
    const seen =
      character === undefined ? 'it ends' : JSON.stringify(String.fromCodePoint(character))
    this.#fail(
      `is no JSON: expected ${expected}, but here ${seen === 'it ends' ? '' : 'is '}${seen}`,
      fix,
    )
  }

  #fail(what: string, fix: string): never {
    throw new Fault({ at: this.#at, what, fix })
  }
}
