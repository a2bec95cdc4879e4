import { spawnSync } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runGit } from '@wavefront/testing'
import type { CaseRepository } from './repository.ts'
import type { Outcome, Strategy } from './strategies.ts'

/** The original's way: of a file in conflict, the branch's version as a whole. */
export function fileTheirs(repository: CaseRepository): Promise<Outcome> {
  return mergeEach(repository, [], (git, path) =>
    git('checkout', '--quiet', '--theirs', '--', path),
  )
}

/** Git's own way with each hunk in conflict. */
export function hunkTheirs(repository: CaseRepository): Promise<Outcome> {
  return mergeEach(repository, ['-X', 'theirs'], (git, path) =>
    git('checkout', '--quiet', '--theirs', '--', path),
  )
}

/** Mergiraf as the merge driver of all files; of the conflicts that it leaves, the branch's version. */
export function mergirafAlone(program: string): Strategy {
  const driver = `'${program}' merge --git %O %A %B -s %S -x %X -y %Y -p %P -l %L`
  const settings = ['-c', `merge.mergiraf.driver=${driver}`, '-c', 'merge.default=mergiraf']
  return {
    name: 'mergiraf',
    run: (repository) => mergeEach({ ...repository, settings }, [], takeTheirHunks),
  }
}

type Git = (...args: readonly string[]) => string

interface Merging extends CaseRepository {
  readonly settings?: readonly string[]
}

async function mergeEach(
  { dir, tip, branches, settings = [] }: Merging,
  options: readonly string[],
  settle: (git: Git, path: string, dir: string) => void,
): Promise<Outcome> {
  const git: Git = (...args) => runGit(args, { cwd: dir })
  git('checkout', '--quiet', '--force', '--detach', tip)
  const conflicts = new Set<string>()
  for (const branch of branches) {
    const args = [
      ...settings,
      'merge',
      '--quiet',
      '--no-ff',
      '-m',
      `merge: ${branch}`,
      ...options,
      branch,
    ]
    if (spawnSync('git', args, { cwd: dir, stdio: 'ignore' }).status === 0) continue
    const paths = git('diff', '-z', '--name-only', '--diff-filter=U').split('\0')
    for (const path of paths.filter((found) => found !== '')) {
      conflicts.add(path)
      settle(git, path, dir)
      git('add', '--', path)
    }
    git('commit', '--quiet', '--no-edit')
  }
  return { commit: git('rev-parse', 'HEAD'), conflicts, records: new Map(), requeued: [] }
}

function takeTheirHunks(_git: Git, path: string, dir: string): void {
  const kept: string[] = []
  let side: 'both' | 'ours' | 'base' | 'theirs' = 'both'
  for (const line of readFileSync(join(dir, path), 'utf8').split('\n')) {
    if (side === 'both' && line.startsWith('<<<<<<< ')) side = 'ours'
    else if (side === 'ours' && line.startsWith('||||||| ')) side = 'base'
    else if ((side === 'ours' || side === 'base') && line.startsWith('=======')) side = 'theirs'
    else if (side === 'theirs' && line.startsWith('>>>>>>> ')) side = 'both'
    else if (side === 'both' || side === 'theirs') kept.push(line)
  }
  writeFileSync(join(dir, path), kept.join('\n'))
}
