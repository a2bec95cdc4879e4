import { decodeText } from '../encoding.ts'
import type { Conflict, Version } from '../merge-trees.ts'
import type { Contents, SettledConflict } from '../settle-conflict.ts'
import { lockFile } from '../stand-ins.ts'
import { changedValue } from '../text.ts'
import { joinSums } from './go-sum.ts'
import { isLockSet } from './lock-files.ts'

/** A lock file that both sides have. */
export interface LockConflict extends Conflict {
  readonly ours: Version
  readonly theirs: Version
}

/** Never line by line: sets are joined, anything else is taken whole from the task. */
export function settleLock(conflict: LockConflict, contents: Contents): SettledConflict {
  const joined = isLockSet(conflict.path) ? settleSet(conflict, contents) : undefined
  return joined ?? takeWhole(conflict, contents)
}

function settleSet(
  { base, ours, theirs }: LockConflict,
  contents: Contents,
): SettledConflict | undefined {
  const [before, own, incoming] = [base, ours, theirs].map((version) => readText(version, contents))
  if (own === undefined || incoming === undefined) return undefined
  const joined = joinSums({ base: before ?? '', ours: own, theirs: incoming })
  if (joined.is === 'contradictory') {
    return { is: 'requeued', why: `both sides have a sum for ${joined.module}, and not the same` }
  }
  const mode = changedValue(base?.mode ?? ours.mode, ours.mode, theirs.mode)
  const { content } = joined
  return { is: 'text', mode, content, decisions: [{ step: 'lock-set' }] }
}

function readText(version: Version | undefined, contents: Contents): string | undefined {
  const bytes = version && contents.get(version.object)
  return bytes && decodeText(bytes)?.content
}

function takeWhole({ ours, theirs }: LockConflict, contents: Contents): SettledConflict {
  const show = ({ object }: Version) => [lockFile(object, contents.get(object)?.length)]
  const gaveWay = { lines: show(ours), kept: show(theirs), of: 'tip', isUnseen: true } as const
  return { is: 'version', version: theirs, decisions: [{ step: 'lock-file', gaveWay }] }
}
