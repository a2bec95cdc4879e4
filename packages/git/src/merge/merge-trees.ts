import type { CommitSha } from '@wavefront/wave'
import { tryGit } from '../exec/git.ts'
import { failureOf } from '../exec/remedies.ts'
import type { Version } from '../objects/tree.ts'
import type { Repository } from '../repository.ts'

export type { Version }

/** A path in conflict, with the versions there are. `ours` is the tip's, `theirs` the task's. */
export interface Conflict {
  readonly path: string
  readonly base?: Version
  readonly ours?: Version
  readonly theirs?: Version
}

/** What git has to say about some paths. The type is meant for programs and is never translated. */
export interface Notice {
  readonly paths: readonly string[]
  readonly type: string
  readonly text: string
}

export interface MergedTrees {
  /** Everything that merged by itself; paths in conflict are still to be replaced in it. */
  readonly tree: string
  readonly conflicts: readonly Conflict[]
  readonly notices: readonly Notice[]
}

/** Merges two commits in memory. */
export async function mergeTrees(
  repository: Repository,
  tip: CommitSha,
  commit: CommitSha,
): Promise<MergedTrees> {
  const args = [...settings, 'merge-tree', '--write-tree', '-z', '--messages', tip, commit]
  // Not in the checkout, whose attributes would be read, whatever commit they are of.
  const options = { cwd: repository.gitDir, env: { GIT_ATTR_NOSYSTEM: '1' } }
  const end = await tryGit(args, options)
  if (end.code !== 0 && end.code !== 1) throw failureOf(args, end)
  const merged = parseMergedTrees(end.stdout)
  const notices = merged.notices.map((notice) => nameReally(notice, [tip, commit]))
  return { ...merged, notices }
}

/** Of two things with one name git calls the one `name~<its side>`, and `name~<its side>_0` if that is taken. */
function nameReally(notice: Notice, sides: readonly string[]): Notice {
  const invented = new RegExp(`~(?:${sides.join('|')})(?:_\\d+)?$`)
  return { ...notice, paths: notice.paths.map((path) => path.replace(invented, '')) }
}

/** A person's own settings must not change what is merged. */
const settings = [
  // The empty tree: newer versions would read the attributes of HEAD or of the index.
  'attr.tree=4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  'core.attributesFile=/dev/null',
  'merge.conflictStyle=merge',
  'merge.directoryRenames=conflict',
  'merge.renames=true',
  'merge.renormalize=false',
].flatMap((setting) => ['-c', setting])

/** The tree, the conflicts, an empty field, the notices; all ended by NUL. */
export function parseMergedTrees(output: string): MergedTrees {
  const [tree = '', ...fields] = output.split('\0')
  const end = fields.indexOf('')
  return {
    tree,
    conflicts: toConflicts(fields.slice(0, end)),
    notices: toNotices(fields.slice(end + 1)),
  }
}

const sides = { '1': 'base', '2': 'ours', '3': 'theirs' } as const

/** `<mode> <object> <stage>\t<path>` */
function toConflicts(fields: readonly string[]): readonly Conflict[] {
  const conflicts = new Map<string, Conflict>()
  for (const field of fields) {
    const [, mode, object, stage, path] = /^(\d+) (\w+) ([123])\t(.*)$/s.exec(field) ?? []
    if (!mode || !object || !path) throw new Error(`not a conflict: ${JSON.stringify(field)}`)
    const side = sides[stage as keyof typeof sides]
    conflicts.set(path, { ...(conflicts.get(path) ?? { path }), [side]: { mode, object } })
  }
  return [...conflicts.values()]
}

/** `<number of paths>`, the paths, `<type>`, `<text>` */
function toNotices(fields: readonly string[]): readonly Notice[] {
  const notices: Notice[] = []
  for (let at = 0; at + 2 < fields.length; ) {
    const count = Number(fields[at])
    const [type = '', text = ''] = fields.slice(at + 1 + count, at + 3 + count)
    notices.push({ paths: fields.slice(at + 1, at + 1 + count), type, text: text.trim() })
    at += 3 + count
  }
  return notices
}
