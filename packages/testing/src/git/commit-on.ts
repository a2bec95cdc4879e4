import { mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { type Files, writeFiles } from './files.ts'
import { runGit } from './run-git.ts'

interface Somewhere {
  readonly root: string
  readonly dir: string
  readonly env: Readonly<Record<string, string>>
}

/** A commit with the first parent's files and these, made in a directory that is gone afterwards. */
export function commitOn(
  { root, dir, env }: Somewhere,
  parents: readonly string[],
  files: Files,
  message: string,
): string {
  const [first] = parents
  if (first === undefined) throw new Error('a commit needs a parent')
  const place = mkdtempSync(join(root, 'elsewhere-'))
  const there = {
    cwd: dir,
    env: { ...env, GIT_WORK_TREE: place, GIT_INDEX_FILE: `${place}.index` },
  }
  runGit(['read-tree', first], there)
  runGit(['checkout-index', '--all'], there)
  writeFiles(place, files)
  runGit(['add', '--all', '--force', '.'], {
    ...there,
    cwd: place,
    env: { ...there.env, GIT_DIR: join(dir, '.git') },
  })
  const tree = runGit(['write-tree'], there)
  const heads = parents.flatMap((parent) => ['-p', parent])
  rmSync(place, { recursive: true })
  return runGit(['commit-tree', ...heads, tree], { cwd: dir, env, input: message })
}
