export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be'

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
    return undefined
  }
}

export function encodeText({ content, encoding }: Decoded): Uint8Array {
  if (encoding === 'utf-8') return Buffer.from(content, 'utf8')
  const bytes = Buffer.from(content.startsWith(mark) ? content : mark + content, 'utf16le')
  return encoding === 'utf-16be' ? bytes.swap16() : bytes
}

const mark = '\uFEFF'

function encodingOf([first, second]: Uint8Array): Encoding {
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  return first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
}
