import { tryGit } from './exec/git.ts'
import type { Repository } from './repository.ts'

/** Who a commit is by. */
export interface Identity {
  readonly name: string
  readonly email: string
}

/** The same everywhere, so that the same merge is the same commit on every machine. */
export const wavefront: Identity = { name: 'Wavefront', email: 'wavefront@localhost' }

/** Who git is set up for; Wavefront where nobody set it up. Git's own guess from the host's name is not used. */
export async function readIdentity(repository: Repository): Promise<Identity> {
  const args = ['-c', 'user.useConfigOnly=true', 'var', 'GIT_AUTHOR_IDENT']
  const { stdout } = await tryGit(args, { cwd: repository.top })
  const [, name, email] = /^(.+) <([^<>]+)> \d+ [+-]\d{4}\n?$/.exec(stdout) ?? []
  return name && email ? { name, email } : wavefront
}
