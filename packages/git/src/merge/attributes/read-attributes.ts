import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { git } from '../../exec/git.ts'
import { objectsOf } from '../../objects/objects.ts'
import type { Repository } from '../../repository.ts'
import { type MergeAttribute, toMergeAttribute } from './merge-attribute.ts'

/**
 * How the attributes on the tip want some paths merged. They are read from the commit, so that what is
 * checked out, if anything is, does not matter.
 */
export async function readMergeAttributes(
  repository: Repository,
  tip: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, MergeAttribute>> {
  const files = paths.length > 0 ? await readAttributeFiles(repository, tip, paths) : new Map()
  if (files.size === 0) return new Map()
  const found = await checkAttributes(repository, files, paths)
  return new Map(
    [...found].flatMap(([path, value]) => {
      const attribute = toMergeAttribute(value)
      return attribute ? [[path, attribute] as const] : []
    }),
  )
}

/** The files above the paths, by their blobs; none of them if they say nothing about merging. */
async function readAttributeFiles(
  repository: Repository,
  tip: string,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const objects = objectsOf(repository)
  const files = new Map<string, string>()
  let canSay = false
  for (const directory of new Set(['', ...paths.flatMap(directoriesOf)])) {
    const path = `${directory}.gitattributes`
    // A question to git is one line, so nothing can be asked about a directory with a line break.
    const blob = path.includes('\n') ? undefined : await objects.read(`${tip}:${path}`)
    if (blob?.type !== 'blob') continue
    files.set(path, blob.name)
    canSay ||= /merge|binary|\[attr\]/.test(blob.content.toString('utf8'))
  }
  return canSay ? files : new Map()
}

function directoriesOf(path: string): readonly string[] {
  const names = path.split('/').slice(0, -1)
  return names.map((_, index) =>
    names
      .slice(0, index + 1)
      .map((name) => `${name}/`)
      .join(''),
  )
}

/** By git itself, in a directory that has nothing but these files and the repository's objects. */
async function checkAttributes(
  repository: Repository,
  files: ReadonlyMap<string, string>,
  paths: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const dir = await mkdtemp(join(tmpdir(), 'wavefront-attributes-'))
  try {
    const [name = ''] = files.values()
    await makeGitDirectory(dir, name.length === 64 ? 'sha256' : 'sha1')
    const objects = join(repository.gitDir, 'objects')
    const env = { GIT_DIR: dir, GIT_OBJECT_DIRECTORY: objects, GIT_ATTR_NOSYSTEM: '1' }
    const options = { cwd: dir, env }
    const entries = [...files].map(([path, object]) => `100644 ${object} 0\t${path}\0`)
    await git(['update-index', '-z', '--index-info'], { ...options, input: entries.join('') })
    const args = ['-c', 'core.attributesFile=/dev/null', 'check-attr', '--cached', '-z', '--stdin']
    const input = paths.map((path) => `${path}\0`).join('')
    return parseAttributes(await git([...args, 'merge'], { ...options, input }))
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

/** A person's own attributes are in their repository's directory, and are theirs alone. */
async function makeGitDirectory(dir: string, format: 'sha1' | 'sha256'): Promise<void> {
  const config = `[core]\nrepositoryFormatVersion = 1\nbare = true\n[extensions]\nobjectFormat = ${format}\n`
  await Promise.all([
    mkdir(join(dir, 'refs')),
    writeFile(join(dir, 'HEAD'), 'ref: refs/heads/main\n'),
    writeFile(join(dir, 'config'), config),
  ])
}

/** `<path>`, `<attribute>`, `<value>`, each ended by NUL. */
function parseAttributes(output: string): ReadonlyMap<string, string> {
  const fields = output.split('\0')
  const found = new Map<string, string>()
  for (let at = 0; at + 2 < fields.length; at += 3)
    found.set(fields[at] ?? '', fields[at + 2] ?? '')
  return found
}
