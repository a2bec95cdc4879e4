import { createHash, randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import type { Repository } from '../repository.ts'

export interface NewObject {
  readonly type: 'blob' | 'commit' | 'tree'
  readonly content: Buffer
  readonly hash: ObjectHash
}

/** What a repository's objects are named by. */
export type ObjectHash = 'sha1' | 'sha256'

/** Stores an object as git does, in a file of its own, without starting git. */
export function writeObject({ gitDir }: Repository, { type, content, hash }: NewObject): string {
  const bytes = Buffer.concat([Buffer.from(`${type} ${content.length}\0`), content])
  const name = createHash(hash).update(bytes).digest('hex')
  const dir = join(gitDir, 'objects', name.slice(0, 2))
  const file = join(dir, name.slice(2))
  if (existsSync(file)) return name
  if (!existsSync(dir)) mkdirSync(dir, { recursive: true })
  // Named as git names its own, which tidies up what was left half done.
  const draft = join(dir, `tmp_obj_${randomBytes(6).toString('hex')}`)
  writeFileSync(draft, deflateSync(bytes, { level: 1 }), { mode: 0o444, flag: 'wx' })
  renameSync(draft, file)
  return name
}
