import { git } from './exec/git.ts'
import type { Repository } from './repository.ts'

/** A checkout of the repository, the main one included. */
export interface Worktree {
  readonly dir: string
  /** The full ref that is checked out; nothing on a detached head. */
  readonly ref?: string
}

export async function readWorktrees(repository: Repository): Promise<readonly Worktree[]> {
  const output = await git(['worktree', 'list', '--porcelain', '-z'], { cwd: repository.top })
  const entries = output.split('\0\0').filter((entry) => entry !== '')
  return entries.map((entry) => toWorktree(entry.split('\0')))
}

function toWorktree(lines: readonly string[]): Worktree {
  const ref = attribute(lines, 'branch')
  return { dir: attribute(lines, 'worktree') ?? '', ...(ref !== undefined && { ref }) }
}

function attribute(lines: readonly string[], name: string): string | undefined {
  return lines.find((line) => line.startsWith(`${name} `))?.slice(name.length + 1)
}
