import { tmpdir } from 'node:os'
import { UserError } from '@wavefront/errors'
import { Bd } from '../bd/bd.ts'
import type { Environment } from '../bd/environment.ts'
import { readVersion } from '../bd/version.ts'

export interface BinaryVersion {
  /** Empty when it does not say. */
  readonly is: string
  readonly said: string
}

/** What a binary says it is. It is asked away from the checkout, whose files it would read. */
export async function binaryVersion(binary: string, env: Environment): Promise<BinaryVersion> {
  try {
    const bd = new Bd({ binary, dir: tmpdir(), env, timeoutMs: 30_000 })
    const is = await readVersion(bd)
    return { is, said: is === '' ? 'it does not say which version it is' : `it is ${is}` }
  } catch (error) {
    // One made for another machine fails with ENOEXEC or in its own words; either way it is not ours.
    const isAnswer = error instanceof UserError || (error instanceof Error && 'code' in error)
    if (!isAnswer) throw error
    return { is: '', said: error.message }
  }
}
