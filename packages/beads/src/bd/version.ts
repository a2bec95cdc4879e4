import { type Parsed, parsed, refused } from '@wavefront/errors'
import { isObject, readAnswer } from './answer.ts'
import type { Bd } from './bd.ts'
import { install } from './failures.ts'

/** A version of bd that we can work with, and how its stores are kept. */
export type BdVersion =
  | { readonly kind: 'classic'; readonly version: string; readonly hasDaemon: boolean }
  | { readonly kind: 'dolt'; readonly version: string }

export async function readVersion(bd: Bd): Promise<string> {
  const command = 'bd version'
  const answer = readAnswer(command, await bd.run(['version', '--json']))
  return isObject(answer) && typeof answer.version === 'string' ? answer.version : ''
}

/** Which kind of bd a version is, or why it cannot work and what to install instead. */
export function judgeVersion(version: string): Parsed<BdVersion> {
  const [, major, minor] = /^v?(\d+)\.(\d+)\.\d+/.exec(version) ?? []
  if (major === undefined || minor === undefined) return unfit(version, 'its version is not known')
  const release = Number(major) * 1000 + Number(minor)
  if (release < 44) return unfit(version, 'it is older than 0.44, whose answers we rely on')
  if (release < 51) return parsed({ kind: 'classic', version, hasDaemon: release < 50 })
  if (release < 63) return unfit(version, 'the versions 0.51 to 0.62 lose or hide what is written')
  if (release < 2000) return parsed({ kind: 'dolt', version })
  return unfit(version, 'it is newer than this Wavefront knows')
}

function unfit(version: string, why: string): Parsed<never> {
  const fix = `${install}; 0.63 to 1.x (Dolt) and 0.44 to 0.50 (JSONL) work`
  return refused([{ what: `bd ${version || '(unknown version)'} cannot be used: ${why}`, fix }])
}
