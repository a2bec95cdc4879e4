import type { Merged, MergeRequest, Merger, Resolution } from './ports/index.ts'

/** What is done where the ladder would let somebody's lines give way. */
export interface MergePolicy {
  /**
   * `theirs`: the later task's lines stay, the others are recorded. `requeue`: the later task is done again.
   * `human`: its work is set aside for a person. `fail`: nothing of the batch lands.
   */
  readonly conflicts: 'theirs' | 'requeue' | 'human' | 'fail'
  /** Where more lines would give way than this, the task is done again. */
  readonly maxOverwrittenLines?: number
  /** `serialise`: of two tasks that have changed the same file, the later is done again. */
  readonly overlap: 'merge' | 'serialise'
}

/** `conflicts: fail`: nothing of the batch is to land. The message says whose work it is, and shows both versions. */
export class MergeStopped extends Error {
  override readonly name = 'MergeStopped'
}

/** A merger that keeps to a policy: what it does not allow is put back, with the reason. */
export function withMergePolicy(merger: Merger, policy: MergePolicy): Merger {
  return {
    async merge(request) {
      const merged = await merger.merge(request)
      return merged.is === 'merged' ? judge(merged, request, policy) : merged
    },
  }
}

function judge(
  merged: Extract<Merged, { is: 'merged' }>,
  { of }: MergeRequest,
  { conflicts, maxOverwrittenLines, overlap }: MergePolicy,
): Merged {
  const { shared, resolutions } = merged
  if (overlap === 'serialise' && of.is !== 'base' && shared.length > 0) {
    const why =
      'others that landed since it began have changed the same files, and `overlap: serialise` has it done again'
    return { is: 'requeued', why, paths: shared }
  }
  const blunt = resolutions.filter(({ gaveWay }) => gaveWay !== undefined)
  const beyond = findObjection(blunt, conflicts, maxOverwrittenLines)
  if (beyond === undefined) return merged
  const paths = [...new Set(blunt.map(({ path }) => path))]
  const what = `${countLines(blunt)} of others would give way to it in ${paths.join(', ')}${beyond}`
  const why = [what, ...showVersions(blunt)].join('\n')
  if (conflicts === 'fail') throw new MergeStopped(`${whose(of)}: ${why}`)
  return { is: 'requeued', why, paths, ...(conflicts === 'human' && { isForPerson: true }) }
}

/** What the policy has against it, to be added to what would happen; nothing if it may be. */
function findObjection(
  blunt: readonly Resolution[],
  conflicts: MergePolicy['conflicts'],
  most: number | undefined,
): string | undefined {
  if (blunt.length === 0) return undefined
  if (conflicts !== 'theirs') return ''
  if (most === undefined || sumLines(blunt) <= most) return undefined
  return `; \`max_overwritten_lines\` allows ${most}`
}

const mostPlaces = 5
const mostLines = 10

/** Both versions of the first places, for whoever has to put them together. */
function showVersions(blunt: readonly Resolution[]): readonly string[] {
  const shown = blunt.slice(0, mostPlaces).flatMap(({ path, line, gaveWay }) => {
    if (!gaveWay) return []
    const { lines, kept, commit, task } = gaveWay
    const whose = task === undefined ? `in ${commit.slice(0, 12)}` : `by ${task}`
    const place = line === undefined ? path : `${path}:${line}`
    return [`${place}, there already ${whose}:`, ...cut('-', lines), ...cut('+', kept)]
  })
  const left = blunt.length - mostPlaces
  return left > 0 ? [...shown, `… and ${left} more ${left === 1 ? 'place' : 'places'}`] : shown
}

function cut(mark: string, lines: readonly string[]): readonly string[] {
  const shown = lines.slice(0, mostLines).map((line) => `${mark} ${line.slice(0, 300)}`)
  const left = lines.length - mostLines
  return left > 0
    ? [...shown, `${mark} … and ${left} more ${left === 1 ? 'line' : 'lines'}`]
    : shown
}

function countLines(blunt: readonly Resolution[]): string {
  const sum = sumLines(blunt)
  if (sum === Number.POSITIVE_INFINITY) return 'lines that cannot be counted'
  return sum === 1 ? 'a line' : `${sum} lines`
}

/** A file that cannot be shown has more lines than any bound. */
function sumLines(blunt: readonly Resolution[]): number {
  const sizes = blunt.map(({ gaveWay }) =>
    gaveWay?.isUnseen ? Number.POSITIVE_INFINITY : (gaveWay?.lines.length ?? 0),
  )
  return sizes.reduce((sum, size) => sum + size, 0)
}

function whose(of: MergeRequest['of']): string {
  if (of.is === 'task') return `task ${of.id}`
  return of.is === 'branch' ? of.name : 'the new commits of the base'
}
