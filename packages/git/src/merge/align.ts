import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tryGit } from '../exec/git.ts'
import { failureOf } from '../exec/remedies.ts'
import { alignOnePlace } from './align-one-place.ts'

/** A place where both sides changed the same items. */
export interface Hunk {
  readonly base: readonly string[]
  readonly ours: readonly string[]
  readonly theirs: readonly string[]
}

export type Region =
  | { readonly is: 'agreed'; readonly items: readonly string[] }
  | { readonly is: 'hunk'; readonly hunk: Hunk }

/** A three-way merge of sequences. */
export type Align = (hunk: Hunk) => Promise<readonly Region[]>

/** The hunks that git would show; git itself need only be asked where more than one place was changed. */
export const align: Align = async (sides) => alignOnePlace(sides) ?? alignByGit(sides)

/**
 * Git's own merge of three files, in which each line is the number of an item. So the items can be lines
 * or words, nothing in them can be taken for a conflict marker, and the hunks are those that git would show.
 */
export async function alignByGit({ base, ours, theirs }: Hunk): Promise<readonly Region[]> {
  const numbers = numberItems([base, ours, theirs])
  const dir = await mkdtemp(join(tmpdir(), 'wavefront-align-'))
  try {
    await Promise.all([
      writeFile(join(dir, 'base'), numbers.encode(base)),
      writeFile(join(dir, 'ours'), numbers.encode(ours)),
      writeFile(join(dir, 'theirs'), numbers.encode(theirs)),
    ])
    return parseRegions(await mergeFile(dir), numbers.decode)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

async function mergeFile(dir: string): Promise<string> {
  const args = ['merge-file', '--stdout', '--quiet', '--diff3', 'ours', 'base', 'theirs']
  const end = await tryGit(args, { cwd: dir })
  // The number of conflicts, or 255 for a failure.
  if (end.code < 0 || end.code > 127) throw failureOf(args, end)
  return end.stdout
}

interface Numbers {
  encode(items: readonly string[]): string
  decode(line: string): string
}

function numberItems(sequences: readonly (readonly string[])[]): Numbers {
  const items = [...new Set(sequences.flat())]
  const numbers = new Map(items.map((item, number) => [item, number]))
  return {
    encode: (sequence) => sequence.map((item) => `${numbers.get(item)}\n`).join(''),
    decode: (line) => items[Number(line)] ?? '',
  }
}

type Side = 'agreed' | keyof Hunk

/** Which side the lines after a marker belong to. */
const markers: readonly (readonly [string, Side])[] = [
  ['<<<<<<<', 'ours'],
  ['|||||||', 'base'],
  ['=======', 'theirs'],
  ['>>>>>>>', 'agreed'],
]

function parseRegions(output: string, decode: (line: string) => string): readonly Region[] {
  const regions: Region[] = []
  let side: Side = 'agreed'
  let found = empty()
  for (const line of output.split('\n').slice(0, -1)) {
    const next = markers.find(([marker]) => line.startsWith(marker))?.[1]
    if (next === undefined) {
      found[side].push(decode(line))
      continue
    }
    side = next
    if (side === 'ours' && found.agreed.length > 0)
      regions.push({ is: 'agreed', items: found.agreed })
    if (side === 'agreed') regions.push({ is: 'hunk', hunk: toHunk(found) })
    if (side === 'ours' || side === 'agreed') found = empty()
  }
  return found.agreed.length > 0 ? [...regions, { is: 'agreed', items: found.agreed }] : regions
}

function empty(): Record<Side, string[]> {
  return { agreed: [], base: [], ours: [], theirs: [] }
}

function toHunk({ base, ours, theirs }: Record<keyof Hunk, string[]>): Hunk {
  return { base, ours, theirs }
}
