import { align } from './align.ts'
import type { Conflict, Version } from './merge-trees.ts'
import { findDamage } from './sanity.ts'
import { type Decision, type GivenWay, type Sides, settleText } from './settle-text.ts'
import { deletedFile, emptyFile, modifiedFile, unreadableFile } from './stand-ins.ts'
import { changedValue, decodeText } from './text.ts'

export type SettledConflict =
  /** One side's file as it is. */
  | { readonly is: 'version'; readonly version: Version; readonly decisions: readonly Decision[] }
  | {
      readonly is: 'text'
      readonly mode: string
      readonly content: string
      readonly decisions: readonly Decision[]
    }
  | { readonly is: 'requeued'; readonly why: string }

/** Contents by object; none for what is too large to be read. */
export type Contents = ReadonlyMap<string, Uint8Array>

/**
 * Settles one path. Cases, in this order: a submodule, or nothing that we know (requeued); deleted on one
 * side (the modified file stays); in no common base, not a regular file, binary or too large (the task's
 * file); text (hunk by hunk). A resolver by key for JSON, one for lock files and a configured one
 * belong before the text.
 */
export async function settleConflict(
  conflict: Conflict,
  contents: Contents,
): Promise<SettledConflict> {
  const { base, ours, theirs } = conflict
  if ([base, ours, theirs].some((version) => version?.mode === submodule)) {
    return { is: 'requeued', why: 'a submodule was changed on both sides' }
  }
  const left = ours ?? theirs
  if (left && !(ours && theirs)) return settleDeleted(left, ours ? 'task' : 'tip')
  if (!ours || !theirs) return { is: 'requeued', why: 'it is on neither side any more' }
  const texts = base && readTexts({ base, ours, theirs }, contents)
  if (!base || !texts) return settleWhole(ours, theirs, contents)
  const { content, decisions } = await settleText(texts, align)
  const damage = findDamage({ path: conflict.path, sources: [texts.ours, texts.theirs], content })
  if (damage) return { is: 'requeued', why: damage }
  return { is: 'text', mode: changedValue(base.mode, ours.mode, theirs.mode), content, decisions }
}

const submodule = '160000'
const symlink = '120000'

function settleDeleted(version: Version, deletedBy: GivenWay['of']): SettledConflict {
  const gaveWay = { lines: [deletedFile], kept: [modifiedFile], of: deletedBy }
  return { is: 'version', version, decisions: [{ step: 'modified-file', gaveWay }] }
}

function settleWhole(ours: Version, theirs: Version, contents: Contents): SettledConflict {
  const gaveWay = {
    lines: linesOf(ours, contents),
    kept: linesOf(theirs, contents),
    of: 'tip',
  } as const
  return { is: 'version', version: theirs, decisions: [{ step: 'task-file', gaveWay }] }
}

function linesOf({ object }: Version, contents: Contents): readonly string[] {
  const bytes = contents.get(object)
  const text = bytes && decodeText(bytes)
  if (text === undefined) return [unreadableFile(object, bytes?.length)]
  if (text === '') return [emptyFile]
  return text.replace(/\n$/, '').split('\n')
}

function readTexts(versions: Sides<Version>, contents: Contents): Sides<string> | undefined {
  const base = readText(versions.base, contents)
  const ours = readText(versions.ours, contents)
  const theirs = readText(versions.theirs, contents)
  if (base === undefined || ours === undefined || theirs === undefined) return undefined
  return { base, ours, theirs }
}

function readText({ mode, object }: Version, contents: Contents): string | undefined {
  const bytes = contents.get(object)
  return bytes && mode !== symlink ? decodeText(bytes) : undefined
}
