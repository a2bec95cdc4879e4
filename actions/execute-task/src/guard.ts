import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Repository, readPatch } from '@wavefront/git'
import type { CommitMessage, CommitSha, Review, Workspace } from '@wavefront/wave'
import type { Redactor } from './redactor.ts'

export interface Guard {
  readonly repository: Repository
  readonly base: CommitSha
  readonly redactor: Redactor
  readonly logs: string
}

/** No commit of this workspace holds a secret, in its message or in its files; the patch is kept for people. */
export function guarded(workspace: Workspace, guard: Guard): Workspace {
  const { repository, base, redactor, logs } = guard
  return {
    ...workspace,
    async commit(tree, message) {
      const clean = cleanMessage(message, redactor)
      if (tree === 'unchanged') return workspace.commit(tree, clean)
      const patch = await readPatch(repository, base, tree)
      await writeFile(join(logs, 'changes.patch'), redactor.bytes(patch))
      return workspace.commit(redactor.isIn(patch) ? 'unchanged' : tree, clean)
    },
  }
}

function cleanMessage(message: CommitMessage, { text }: Redactor): CommitMessage {
  const { subject, body, trailers } = message
  const cleanTrailers = Object.entries(trailers).map(([key, value]) => [key, text(value)])
  return {
    ...message,
    subject: text(subject),
    trailers: Object.fromEntries(cleanTrailers),
    ...(body === undefined ? {} : { body: text(body) }),
  }
}

/** Work that gives a secret away is refused, whatever else is to be said of it. */
export function withSecrets(review: Review, { repository, redactor }: Guard): Review {
  return async (work) => {
    const patch = await readPatch(repository, work.base, work.to)
    return redactor.isIn(patch) ? 'it holds a value of `agent_env`' : review(work)
  }
}
