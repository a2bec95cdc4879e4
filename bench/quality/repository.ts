import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGit } from '@wavefront/testing'
import type { Change, DealtCase } from './cases.ts'
import { importCommits, startRepository } from './import.ts'

/** A case in a real repository: `main` is the base, and each branch is one commit on it. */
export interface CaseRepository {
  readonly dir: string
  readonly tip: string
  readonly branches: readonly string[]
  remove(): void
}

export async function commitCase(change: Change, { branches }: DealtCase): Promise<CaseRepository> {
  const root = mkdtempSync(join(tmpdir(), 'wavefront-quality-'))
  const dir = join(root, 'checkout')
  startRepository(dir)
  const base = new Map<string, string | null>(change.edited.map(({ path, base }) => [path, base]))
  for (const [path, versions] of change.whole)
    if (versions.base !== null) base.set(path, versions.base)
  await importCommits(dir, [
    { ref: 'refs/heads/main', files: base },
    ...branches.map((files, at) => ({ ref: refOf(at), from: 'refs/heads/main', files })),
  ])
  const shaOf = (ref: string) => runGit(['rev-parse', ref], { cwd: dir })
  return {
    dir,
    tip: shaOf('refs/heads/main'),
    branches: branches.map((_, at) => shaOf(refOf(at))),
    remove: () => rmSync(root, { recursive: true, force: true }),
  }
}

function refOf(at: number): string {
  return `refs/heads/branch-${at}`
}

/** All files of a commit. */
export function readFiles(dir: string, commit: string): ReadonlyMap<string, string> {
  const listed = runGit(['ls-tree', '-r', '-z', '--format=%(objectname) %(path)', commit], {
    cwd: dir,
  })
  const entries = listed.split('\0').filter((entry) => entry !== '')
  const input = entries.map((entry) => `${entry.slice(0, entry.indexOf(' '))}\n`).join('')
  const answer = Buffer.from(
    runGit(['cat-file', '--batch'], { cwd: dir, input, keepNewline: true }),
  )
  const files = new Map<string, string>()
  let start = 0
  for (const entry of entries) {
    const line = answer.indexOf(10, start)
    const size = Number(answer.subarray(start, line).toString().split(' ')[2])
    files.set(
      entry.slice(entry.indexOf(' ') + 1),
      answer.subarray(line + 1, line + 1 + size).toString(),
    )
    start = line + 1 + size + 1
  }
  return files
}
