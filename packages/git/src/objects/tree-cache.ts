import type { Tree } from './tree.ts'

/** So many entries are kept, of the trees that were used last: some tens of megabytes at most. */
const mostEntries = 200_000

/** Trees by name. What a name stands for never changes. */
export interface TreeCache {
  get(name: string): Tree | undefined
  add(name: string, tree: Tree): void
}

export function createTreeCache(most = mostEntries): TreeCache {
  const trees = new Map<string, Tree>()
  let entries = 0
  const drop = (name: string) => {
    entries -= trees.get(name)?.size ?? 0
    trees.delete(name)
  }
  const add = (name: string, tree: Tree) => {
    drop(name)
    trees.set(name, tree)
    entries += tree.size
    for (const oldest of trees.keys()) {
      if (entries <= most) return
      drop(oldest)
    }
  }
  return {
    get(name) {
      const tree = trees.get(name)
      // A map is in the order of insertion.
      if (tree) add(name, tree)
      return tree
    },
    add,
  }
}
