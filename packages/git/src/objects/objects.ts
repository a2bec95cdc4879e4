import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import { createReader, type Reader } from './reader.ts'
import { directory, isDirectory, parseTree, renderTree, type Tree, type Version } from './tree.ts'
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
  const write: Objects['write'] = async (type, content) => {
    hash ??= readHash(repository)
    return writeObject(repository, { type, content: Buffer.from(content), hash: await hash })
  }
  const readTree: Objects['readTree'] = async (name) => {
    const { content, name: found } = await required(reader.read(`${name}^{tree}`), name)
    return parseTree(content, found.length)
  }
  return {
    ...{ ...reader, write, readTree },
    async findTree(name) {
      return (await required(reader.look(`${name}^{tree}`), name)).name
    },
    async find(name, path) {
      let at: Version | undefined = { mode: directory, object: name }
      for (const part of path.split('/')) {
        at = at && isDirectory(at) ? (await readTree(at.object)).get(part) : undefined
      }
      return at
    },
    async writeTree(tree) {
      return tree.size === 0 ? undefined : write('tree', renderTree(tree))
    },
  }
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
