import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { git } from '../exec/git.ts'
import type { Repository } from '../repository.ts'
import type { Version } from './merge-trees.ts'

/** A tree with some of its files replaced. */
export async function writeTree(
  repository: Repository,
  tree: string,
  files: ReadonlyMap<string, Version>,
): Promise<string> {
  if (files.size === 0) return tree
  const dir = await mkdtemp(join(tmpdir(), 'wavefront-tree-'))
  const options = { cwd: repository.top, env: { GIT_INDEX_FILE: join(dir, 'index') } }
  try {
    await git(['read-tree', tree], options)
    const entries = [...files].map(([path, { mode, object }]) => `${mode} ${object} 0\t${path}\0`)
    await git(['update-index', '-z', '--index-info'], { ...options, input: entries.join('') })
    return (await git(['write-tree'], options)).trim()
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

export async function writeBlob(repository: Repository, content: string): Promise<string> {
  const args = ['hash-object', '-w', '--stdin', '--no-filters']
  return (await git(args, { cwd: repository.top, input: content })).trim()
}
