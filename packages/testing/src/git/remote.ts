import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { writeFiles } from './files.ts'
import { runGit } from './run-git.ts'

export interface Remote {
  readonly dir: string
  git(...args: readonly string[]): string
  hook(name: string, script: string): void
}

interface RemoteRequest {
  readonly root: string
  readonly dir: string
  readonly name: string
}

export function addRemote({ root, dir, name }: RemoteRequest): Remote {
  const bare = join(root, `${name}.git`)
  runGit(['clone', '--quiet', '--bare', dir, bare], { cwd: root })
  runGit(['remote', 'add', name, bare], { cwd: dir })
  return {
    dir: bare,
    git: (...args) => runGit(args, { cwd: bare }),
    hook: (hook, script) => {
      writeFiles(join(bare, 'hooks'), { [hook]: `#!/bin/sh\n${script}\n` })
      chmodSync(join(bare, 'hooks', hook), 0o755)
    },
  }
}
