/** `latin1`: some encoding of single bytes, each of which stands for itself, so that all come back as they were. */
export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'latin1'

export interface Decoded {
  readonly content: string
  readonly encoding: Encoding
}

/** The text in some bytes; nothing if they are binary. UTF-16 is known by its mark of the byte order. */
export function decodeText(bytes: Uint8Array): Decoded | undefined {
  const encoding = encodingOf(bytes)
  if (encoding === 'utf-8' && bytes.includes(0)) return undefined
  try {
    const content = new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes)
    return { content, encoding }
  } catch {
    return encoding === 'utf-8' ? decodeBytes(bytes) : undefined
  }
}

/** Texts that are to be compared, all in one encoding where one of them is not in UTF-8. */
export function decodeAlike(sides: readonly Uint8Array[]): readonly Decoded[] | undefined {
  const texts = sides.map(decodeText)
  const isMixed = texts.some((text) => text?.encoding === 'latin1')
  const alike = texts.map((text, at) =>
    isMixed && text?.encoding === 'utf-8' ? decodeBytes(sides[at] ?? Buffer.of()) : text,
  )
  return alike.every((text) => text !== undefined) ? alike : undefined
}

function decodeBytes(bytes: Uint8Array): Decoded {
  return { content: Buffer.from(bytes).toString('latin1'), encoding: 'latin1' }
}

export function encodeText({ content, encoding }: Decoded): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(content, 'utf8')
  if (encoding === 'latin1') return Buffer.from(content, 'latin1')
  const bytes = Buffer.from(content.startsWith(mark) ? content : mark + content, 'utf16le')
  return encoding === 'utf-16be' ? bytes.swap16() : bytes
}

const mark = '\uFEFF'

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
