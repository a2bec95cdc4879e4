import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { runGit } from '@wavefront/testing'

/** Contents by path; `null` deletes. */
export type Contents = ReadonlyMap<string, string | null>

export interface Import {
  readonly ref: string
  /** The commit that it changes; none for the first one. */
  readonly from?: string
  readonly files: Iterable<readonly [string, string | null]>
}

/** A repository with a checkout, which git's own commands may commit in. */
export function startRepository(dir: string): void {
  mkdirSync(dir, { recursive: true })
  runGit(['init', '--quiet', '--initial-branch=main'], { cwd: dir })
  for (const [name, value] of [
    ['user.name', 'Somebody'],
    ['user.email', 'somebody@example.org'],
    ['gc.auto', '0'],
  ] as const)
    runGit(['config', name, value], { cwd: dir })
}

/** All commits in one call of git: a checkout for each of them would take minutes. */
export async function importCommits(dir: string, commits: Iterable<Import>): Promise<void> {
  const git = spawn('git', ['fast-import', '--quiet', '--done'], {
    cwd: dir,
    stdio: ['pipe', 'ignore', 'inherit'],
  })
  const end = once(git, 'close')
  for (const part of partsOf(commits)) if (!git.stdin.write(part)) await once(git.stdin, 'drain')
  git.stdin.end('done\n')
  const [code] = await end
  if (code !== 0) throw new Error(`git fast-import ended with ${code}`)
}

function* partsOf(commits: Iterable<Import>): Generator<string> {
  for (const { ref, from, files } of commits) {
    const head = `commit ${ref}\ncommitter Somebody <somebody@example.org> 1767225600 +0000\n`
    yield `${head}${data(`A commit for ${ref}`)}${from === undefined ? '' : `from ${from}\n`}`
    for (const [path, text] of files)
      yield text === null ? `D ${path}\n` : `M 100644 inline ${path}\n${data(text)}`
  }
}

function data(text: string): string {
  return `data ${Buffer.byteLength(text)}\n${text}\n`
}
