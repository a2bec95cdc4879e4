import { type CommitSha, commitSha } from '@wavefront/wave'
import { type Identity, wavefront } from './identity.ts'
import { type Message, renderMessage } from './message.ts'
import { objectsOf } from './objects/objects.ts'
import type { Repository } from './repository.ts'

export interface NewCommit {
  readonly tree: string
  readonly parents: readonly CommitSha[]
  readonly message: Message
  readonly by: Identity
  readonly at: Date
}

/** Writes a commit that no branch knows yet. The same input is the same commit. */
export async function writeCommit(repository: Repository, commit: NewCommit): Promise<CommitSha> {
  return commitSha(await objectsOf(repository).write('commit', renderCommit(commit)))
}

function renderCommit({ tree, parents, message, by, at }: NewCommit): string {
  const name = clean(by.name) || wavefront.name
  const person = `${name} <${clean(by.email)}> ${Math.floor(at.getTime() / 1000)} +0000`
  const heads = [
    `tree ${tree}`,
    ...[...new Set(parents)].map((parent) => `parent ${parent}`),
    `author ${person}`,
    `committer ${person}`,
  ]
  return `${heads.join('\n')}\n\n${renderMessage(message)}`
}

/** Without what would end a field of the header; git does the same, and takes off what it calls crud. */
function clean(text: string): string {
  return text.replace(/[\n<>]/g, '').replace(/^[\0-\x20.,:;"\\']+|[\0-\x20.,:;"\\']+$/g, '')
}
