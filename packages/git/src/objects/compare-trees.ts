import type { Objects } from './objects.ts'
import { directory, isDirectory, type Tree, type Version } from './tree.ts'

/** What became of one path, in git's bytes; nothing before where it is new, nothing after where it is gone. */
export interface Edit {
  readonly path: string
  readonly before?: Version
  readonly after?: Version
}

/** The files that differ between two trees. Only directories that differ are read. */
export async function compareTrees(
  objects: Objects,
  before: string,
  after: string,
): Promise<readonly Edit[]> {
  const [one, other] = await Promise.all([objects.findTree(before), objects.findTree(after)])
  const root = (object: string): Version => ({ mode: directory, object })
  return compareVersions(objects, '', root(one), root(other))
}

async function compareVersions(
  objects: Objects,
  path: string,
  before: Version | undefined,
  after: Version | undefined,
): Promise<readonly Edit[]> {
  if (before?.object === after?.object && before?.mode === after?.mode) return []
  const isTree = { before: before && isDirectory(before), after: after && isDirectory(after) }
  const own: Edit = {
    path,
    ...(before && !isTree.before && { before }),
    ...(after && !isTree.after && { after }),
  }
  const edits = own.before || own.after ? [own] : []
  if (!isTree.before && !isTree.after) return edits
  const [was, is] = await Promise.all([before, after].map((side) => readDirectory(objects, side)))
  const names = new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])
  const below = await Promise.all(
    [...names]
      .filter(
        (name) =>
          was?.get(name)?.object !== is?.get(name)?.object ||
          was?.get(name)?.mode !== is?.get(name)?.mode,
      )
      .map((name) =>
        compareVersions(
          objects,
          path === '' ? name : `${path}/${name}`,
          was?.get(name),
          is?.get(name),
        ),
      ),
  )
  return [...edits, ...below.flat()]
}

async function readDirectory(
  objects: Objects,
  side: Version | undefined,
): Promise<Tree | undefined> {
  return side && isDirectory(side) ? objects.readTree(side.object) : undefined
}
