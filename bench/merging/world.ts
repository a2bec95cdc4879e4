import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGit } from '@wavefront/testing'
import { type Import, importCommits, startRepository } from '../quality/import.ts'

export interface Size {
  readonly branches: number
  readonly files: number
}

/** A repository as a server has it, on this machine, and clones of it that know nothing of its branches yet. */
export interface MergingWorld {
  readonly branches: readonly string[]
  clone(name: string): string
  remove(): void
}

/** Each branch changes four files of its own and adds one; every tenth also writes on a line that others write on. */
export async function makeWorld(size: Size): Promise<MergingWorld> {
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-merging-'))
  const served = join(dir, 'served')
  startRepository(served)
  await importCommits(served, commitsOf(size))
  return {
    branches: branchesOf(size),
    clone(name) {
      const how = ['--quiet', '--no-local', '--single-branch', '--branch', 'main']
      runGit(['clone', ...how, served, name], { cwd: dir })
      const cwd = join(dir, name)
      runGit(['config', 'user.name', 'Somebody'], { cwd })
      runGit(['config', 'user.email', 'somebody@example.org'], { cwd })
      return cwd
    },
    remove: () => rmSync(dir, { recursive: true, force: true }),
  }
}

function branchesOf({ branches }: Size): readonly string[] {
  return Array.from({ length: branches }, (_, at) => `task-${at}`)
}

function* commitsOf(size: Size): Generator<Import> {
  yield { ref: 'refs/heads/main', files: manyFiles(size.files) }
  for (const [at, branch] of branchesOf(size).entries())
    yield { ref: `refs/heads/${branch}`, from: 'refs/heads/main', files: workOf(at, size) }
}

const shared = 'src/list.txt'

function* manyFiles(count: number): Generator<[string, string]> {
  yield [shared, 'first\nsecond\nthird\n']
  for (let at = 0; at < count; at++) yield [pathOf(at), textOf(at, 'a line that nobody changes')]
}

function* workOf(at: number, { branches, files }: Size): Generator<[string, string]> {
  for (let own = 0; own < 4; own++) {
    const file = Math.floor(((own * branches + at) * files) / (4 * branches))
    yield [pathOf(file), textOf(file, `a line by ${at}`)]
  }
  yield [`src/added-${at}.txt`, `${at}\n`]
  if (at % 10 === 0) yield [shared, `first\nby ${at}\nthird\n`]
}

function pathOf(at: number): string {
  return `lib/part-${at % 211}/group-${at % 11}/file-${at}.txt`
}

function textOf(at: number, middle: string): string {
  const lines = Array.from({ length: 10 }, (_, line) => `Line ${line} of file ${at}`)
  return [...lines, middle, ...lines, ''].join('\n')
}
