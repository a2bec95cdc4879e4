/** A file, a link, a submodule or a directory in a tree. */
export interface Version {
  readonly mode: string
  readonly object: string
}

/**
 * A directory's entries by name. A name is bytes to git, of no encoding, so here it is a string of which
 * each character is one byte.
 */
export type Tree = ReadonlyMap<string, Version>

export function isDirectory({ mode }: Version): boolean {
  return mode === directory
}

export const directory = '40000'

/** `<mode> <name>\0<object>`, again and again. */
export function parseTree(content: Buffer, nameLength: number): Tree {
  const entries = new Map<string, Version>()
  const bytes = nameLength / 2
  for (let at = 0; at < content.length; ) {
    const space = content.indexOf(0x20, at)
    const end = content.indexOf(0, space)
    if (space < 0 || end < 0 || end + 1 + bytes > content.length) throw new Error('a broken tree')
    entries.set(content.toString('latin1', space + 1, end), {
      mode: content.toString('latin1', at, space),
      object: content.toString('hex', end + 1, end + 1 + bytes),
    })
    at = end + 1 + bytes
  }
  return entries
}

export function renderTree(tree: Tree): Buffer {
  const parts: Buffer[] = []
  for (const [name, { mode, object }] of [...tree].sort(inOrder)) {
    parts.push(Buffer.from(`${mode} ${name}\0`, 'latin1'), Buffer.from(object, 'hex'))
  }
  return Buffer.concat(parts)
}

/** Git's order: a directory sorts as if its name ended with a slash. */
function inOrder([one, a]: readonly [string, Version], [other, b]: readonly [string, Version]) {
  const left = isDirectory(a) ? `${one}/` : one
  const right = isDirectory(b) ? `${other}/` : other
  return left < right ? -1 : 1
}

/** A path as git's bytes, and back. A path that is not UTF-8 has no text. */
export function toBytes(path: string): string {
  return Buffer.from(path, 'utf8').toString('latin1')
}

export function toText(path: string): string {
  return Buffer.from(path, 'latin1').toString('utf8')
}
