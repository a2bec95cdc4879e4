import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { createReader, type Reader } from './reader.ts'
import { directory, isDirectory, parseTree, renderTree, type Tree, type Version } from './tree.ts'
import { createTreeCache } from './tree-cache.ts'
import { type NewObject, type ObjectHash, writeObject } from './write-object.ts'

/** A repository's objects, read and written without starting git for each of them. */
export interface Objects extends Reader {
  write(type: NewObject['type'], content: Buffer | string): Promise<string>
  /** The tree that a commit or a tree stands for. */
  findTree(name: string): Promise<string>
  readTree(name: string): Promise<Tree>
  /** What a commit or a tree has at a path, in git's bytes. */
  find(name: string, path: string): Promise<Version | undefined>
  /** Nothing where the tree is empty: git has no empty directories. */
  writeTree(tree: Tree): Promise<string | undefined>
}

const opened = new WeakMap<Repository, Objects>()

export function objectsOf(repository: Repository): Objects {
  const known = opened.get(repository)
  if (known) return known
  const objects = openObjects(repository)
  opened.set(repository, objects)
  return objects
}

function openObjects(repository: Repository): Objects {
  const reader = createReader(repository)
  let hash: Promise<ObjectHash> | undefined
  const trees = createTreeCache()
  const roots = new Map<string, string>()
  const write: Objects['write'] = async (type, content) => {
    hash ??= readHash(repository)
    const bytes = Buffer.from(content)
    const name = writeObject(repository, { type, content: bytes, hash: await hash })
    if (type === 'commit') roots.set(name, rootOf(bytes))
    return name
  }
  const findTree: Objects['findTree'] = async (name) => {
    const known = roots.get(name)
    if (known) return known
    const { name: found } = await required(reader.look(`${name}^{tree}`), name)
    if (isFullName(name)) roots.set(name, found)
    return found
  }
  const readTree: Objects['readTree'] = async (name) => {
    const known = trees.get(roots.get(name) ?? name)
    if (known) return known
    const { content, name: found } = await required(reader.read(`${name}^{tree}`), name)
    if (isFullName(name)) roots.set(name, found)
    const tree = parseTree(content, found.length)
    trees.add(found, tree)
    return tree
  }
  return {
    ...{ ...reader, write, findTree, readTree },
    async find(name, path) {
      let at: Version | undefined = { mode: directory, object: name }
      for (const part of path.split('/')) {
        at = at && isDirectory(at) ? (await readTree(at.object)).get(part) : undefined
      }
      return at
    },
    async writeTree(tree) {
      if (tree.size === 0) return undefined
      const name = await write('tree', renderTree(tree))
      trees.add(name, tree)
      return name
    },
  }
}

/** A commit begins with `tree <name>`. */
function rootOf(commit: Buffer): string {
  return commit.toString('latin1', 'tree '.length, commit.indexOf('\n'))
}

/** What such a name stands for never changes. */
function isFullName(name: string): boolean {
  return /^([0-9a-f]{40}|[0-9a-f]{64})$/.test(name)
}

/** The tree of a commit. */
export function readTree(repository: Repository, commit: string): Promise<string> {
  return objectsOf(repository).findTree(commit)
}

async function required<T>(found: Promise<T | undefined>, name: string): Promise<T> {
  const object = await found
  if (object === undefined) throw new Error(`${name} is no tree of this repository`)
  return object
}

async function readHash({ top: cwd }: Repository): Promise<ObjectHash> {
  const format = (await git(['rev-parse', '--show-object-format'], { cwd })).trim()
  if (format === 'sha1' || format === 'sha256') return format
  throw new Error(`objects named by ${format} are not known here`)
}
