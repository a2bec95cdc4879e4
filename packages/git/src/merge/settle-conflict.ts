import { align } from './align.ts'
import type { MergeAttribute } from './attributes/merge-attribute.ts'
import { settleUnion } from './attributes/settle-union.ts'
import { type Decoded, decodeAlike, decodeText, encodeText } from './encoding.ts'
import { isJsonPath } from './json/is-json-path.ts'
import { settleJson } from './json/settle-json.ts'
import { isLockFile } from './locks/lock-files.ts'
import { settleLock } from './locks/settle-lock.ts'
import type { Conflict, Version } from './merge-trees.ts'
import type { Resolve } from './resolver/resolve.ts'
import { settleByResolver } from './resolver/settle-by-resolver.ts'
import { findDamage } from './sanity.ts'
import {
  type Decision,
  type GivenWay,
  type SettledText,
  type Sides,
  settleText,
  type TextOptions,
} from './settle-text.ts'
import { deletedFile, emptyFile, modifiedFile, unreadableFile } from './stand-ins.ts'
import { changedValue, parseText } from './text.ts'

export type SettledConflict =
  /** One side's file as it is. */
  | { readonly is: 'version'; readonly version: Version; readonly decisions: readonly Decision[] }
  | {
      readonly is: 'text'
      readonly mode: string
      /** Bytes where they are not those of the text in UTF-8. */
      readonly content: string | Buffer
      readonly decisions: readonly Decision[]
    }
  | { readonly is: 'requeued'; readonly why: string }

/** Contents by object; none for what is too large to be read. */
export type Contents = ReadonlyMap<string, Uint8Array>

export interface SettleOptions extends TextOptions {
  /** The tool that the user has for it; asked where lines would give way. */
  readonly resolve?: Resolve
  /** What the repository's attributes say of a path. */
  readonly attributes?: ReadonlyMap<string, MergeAttribute>
}

/**
 * Settles one path. Cases, in this order: a submodule, or nothing that we know (requeued); deleted on one
 * side (the modified file stays); a lock file (joined or the task's); in no common base, not a regular file,
 * binary, too large, or not to be merged at all (the task's file); text, by the first of these that can:
 * both sides' lines where the attributes ask for them, JSON by line or by key, hunk by hunk, the user's tool
 * where lines would give way and it leaves out fewer.
 */
export async function settleConflict(
  conflict: Conflict,
  contents: Contents,
  options: SettleOptions = {},
): Promise<SettledConflict> {
  const { path, base, ours, theirs } = conflict
  if ([base, ours, theirs].some((version) => version?.mode === submodule)) {
    return { is: 'requeued', why: 'a submodule was changed on both sides' }
  }
  const left = ours ?? theirs
  if (left && !(ours && theirs)) return settleDeleted(left, ours ? 'task' : 'tip')
  if (!ours || !theirs) return { is: 'requeued', why: 'it is on neither side any more' }
  const isRegular = [base, ours, theirs].every((version) => version?.mode !== symlink)
  if (isLockFile(path) && isRegular) return settleLock({ ...conflict, ours, theirs }, contents)
  const attribute = options.attributes?.get(path)
  const before = base ?? (attribute?.is === 'union' ? emptyVersion(ours) : undefined)
  const sides = before && { base: before, ours, theirs }
  const texts = sides && isRegular && readTexts(sides, contents)
  if (!sides || !texts || attribute?.is === 'whole')
    return settleWhole({ base, ours, theirs }, contents)
  const settled = await settleTexts(path, toContents(texts), options)
  return checkText(settled, { path, sides, texts, attribute })
}

const submodule = '160000'
const symlink = '120000'
const nothing = ''

/** For two files that have nothing in common, and are yet to be merged. */
function emptyVersion({ mode }: Version): Version {
  return { mode, object: nothing }
}

async function settleTexts(
  path: string,
  texts: Sides<string>,
  options: SettleOptions,
): Promise<SettledText> {
  if (options.attributes?.get(path)?.is === 'union') return settleUnion(texts, align)
  const json = isJsonPath(path) ? await settleJson(path, texts, align) : undefined
  if (json) return json
  const byLine = await settleText(texts, align, options)
  if (!options.resolve || countGone(byLine) === 0) return byLine
  const resolved = await settleByResolver(path, texts, options.resolve)
  return resolved && countGone(resolved) < countGone(byLine) ? resolved : byLine
}

function countGone({ decisions }: SettledText): number {
  return decisions.flatMap(({ gaveWay }) => gaveWay?.lines ?? []).length
}

interface TextConflict {
  readonly path: string
  readonly sides: Sides<Version>
  readonly texts: Sides<Decoded>
  readonly attribute: MergeAttribute | undefined
}

function checkText(
  { content, decisions }: SettledText,
  { path, sides, texts, attribute }: TextConflict,
): SettledConflict {
  const { base, ours, theirs } = texts
  const damage = findDamage({ path, sources: [ours.content, theirs.content], content })
  if (damage) return { is: 'requeued', why: damage }
  const encoding = changedValue(base.encoding, ours.encoding, theirs.encoding)
  return {
    is: 'text',
    mode: changedValue(sides.base.mode, sides.ours.mode, sides.theirs.mode),
    content: encoding === 'utf-8' ? content : Buffer.from(encodeText({ content, encoding })),
    decisions: [...(attribute?.is === 'driver' ? [ignored] : []), ...decisions],
  }
}

const ignored: Decision = { step: 'driver-ignored' }

function settleDeleted(version: Version, deletedBy: GivenWay['of']): SettledConflict {
  const gaveWay = { lines: [deletedFile], kept: [modifiedFile], of: deletedBy }
  return { is: 'version', version, decisions: [{ step: 'modified-file', gaveWay }] }
}

interface WholeSides {
  readonly base: Version | undefined
  readonly ours: Version
  readonly theirs: Version
}

/** The task's file; what the tip did to its mode alone stays. */
function settleWhole({ base, ours, theirs }: WholeSides, contents: Contents): SettledConflict {
  const shown = linesOf(ours, contents)
  const gaveWay: GivenWay = {
    lines: shown ?? [unreadableFile(ours.object, contents.get(ours.object)?.length)],
    kept: linesOf(theirs, contents) ?? [
      unreadableFile(theirs.object, contents.get(theirs.object)?.length),
    ],
    of: 'tip',
    ...(!shown && { isUnseen: true }),
  }
  const isLink = [ours, theirs].some(({ mode }) => mode === symlink)
  const mode = base && !isLink ? changedValue(base.mode, ours.mode, theirs.mode) : theirs.mode
  const version = { ...theirs, mode }
  return { is: 'version', version, decisions: [{ step: 'task-file', gaveWay }] }
}

/** Nothing where it cannot be shown. */
function linesOf({ object }: Version, contents: Contents): readonly string[] | undefined {
  const bytes = contents.get(object)
  const text = bytes && decodeText(bytes)?.content
  if (text === undefined) return undefined
  const { lines } = parseText(text)
  return lines.length > 0 ? lines : [emptyFile]
}

function readTexts(versions: Sides<Version>, contents: Contents): Sides<Decoded> | undefined {
  const sides = [versions.base, versions.ours, versions.theirs].map(({ object }) =>
    object === nothing ? Buffer.of() : contents.get(object),
  )
  if (!sides.every((bytes) => bytes !== undefined)) return undefined
  const [base, ours, theirs] = decodeAlike(sides) ?? []
  return base && ours && theirs && { base, ours, theirs }
}

function toContents({ base, ours, theirs }: Sides<Decoded>): Sides<string> {
  return { base: base.content, ours: ours.content, theirs: theirs.content }
}
