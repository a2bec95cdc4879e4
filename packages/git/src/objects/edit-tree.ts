import type { Objects } from './objects.ts'
import { directory, isDirectory, type Tree, type Version } from './tree.ts'

/** What a path is to hold, in git's bytes; nothing to take it out. */
export type TreeEdits = ReadonlyMap<string, Version | undefined>

/** A tree with some of its files replaced, added or taken out; everything else stays as it is. */
export async function editTree(objects: Objects, tree: string, edits: TreeEdits): Promise<string> {
  if (edits.size === 0) return objects.findTree(tree)
  const edited = await editDirectory(objects, await objects.readTree(tree), edits)
  return (await objects.writeTree(edited)) ?? (await objects.write('tree', ''))
}

async function editDirectory(objects: Objects, tree: Tree, edits: TreeEdits): Promise<Tree> {
  const edited = new Map(tree)
  const below = new Map<string, Map<string, Version | undefined>>()
  // First what is taken out: a directory may come where a file was.
  for (const [path, version] of [...edits].sort(([, a], [, b]) => Number(!!a) - Number(!!b))) {
    const slash = path.indexOf('/')
    const name = slash < 0 ? path : path.slice(0, slash)
    if (slash >= 0)
      below.set(name, (below.get(name) ?? new Map()).set(path.slice(slash + 1), version))
    else if (version) edited.set(name, version)
    else if (!isDirectory(edited.get(name) ?? nothing)) edited.delete(name)
  }
  for (const [name, inside] of below) {
    const object = await editBelow(objects, edited.get(name), inside)
    if (object !== undefined) edited.set(name, { mode: directory, object })
    else if (isDirectory(edited.get(name) ?? nothing)) edited.delete(name)
  }
  return edited
}

const nothing: Version = { mode: '', object: '' }

async function editBelow(
  objects: Objects,
  at: Version | undefined,
  inside: TreeEdits,
): Promise<string | undefined> {
  const tree = at && isDirectory(at) ? await objects.readTree(at.object) : new Map()
  return objects.writeTree(await editDirectory(objects, tree, inside))
}
