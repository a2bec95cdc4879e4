import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { runProcess } from '../measure.ts'
import { type Dealt, dealHunks, type Turn } from './deal.ts'
import { fetchPackage, type PackagePair } from './packages.ts'
import type { Hunk } from './pieces.ts'

/** A file that both versions have, with where they differ. */
export interface Edited {
  readonly path: string
  readonly base: string
  readonly truth: string
  readonly hunks: readonly Hunk[]
}

export interface Change {
  readonly edited: readonly Edited[]
  /** Files that only one version has; `null` for those that are gone. */
  readonly whole: ReadonlyMap<
    string,
    { readonly base: string | null; readonly truth: string | null }
  >
}

/** What the branches of one case have, each over the base. */
export interface DealtCase {
  readonly branches: readonly ReadonlyMap<string, string | null>[]
  readonly carriers: ReadonlyMap<string, Dealt['carriers']>
}

/** Of each package, so that a run takes minutes. */
const filesAtMost = 60

/** What was changed from one version of a package to the other. */
export async function readChange(pair: PackagePair): Promise<Change> {
  const [base, truth] = [
    readSources(await fetchPackage(pair.name, pair.base), pair.under),
    readSources(await fetchPackage(pair.name, pair.truth), pair.under),
  ]
  const edited: Edited[] = []
  const whole = new Map<string, { base: string | null; truth: string | null }>()
  for (const path of new Set([...base.keys(), ...truth.keys()])) {
    const versions = { base: base.get(path) ?? null, truth: truth.get(path) ?? null }
    if (versions.base === versions.truth) continue
    if (versions.base === null || versions.truth === null) whole.set(path, versions)
    else edited.push({ path, base: versions.base, truth: versions.truth, hunks: [] })
  }
  const found = await readHunks(pair, sample(edited, filesAtMost))
  return { edited: found, whole: new Map(sample([...whole], filesAtMost / 2)) }
}

/** The changes dealt out to so many branches. */
export function dealCase({ edited, whole }: Change, count: number): DealtCase {
  const branches = Array.from({ length: count }, () => new Map<string, string | null>())
  const carriers = new Map<string, Dealt['carriers']>()
  const turn: Turn = { next: 0 }
  for (const { path, base, hunks } of edited) {
    const dealt = dealHunks(base.split('\n'), hunks, { count, turn })
    carriers.set(path, dealt.carriers)
    for (const [at, lines] of dealt.branches.entries()) {
      const text = lines.join('\n')
      if (text !== base) branches[at]?.set(path, text)
    }
  }
  for (const [path, { truth }] of whole) branches[turn.next++ % count]?.set(path, truth)
  return { branches, carriers }
}

const kinds =
  /\.(?:[cm]?[jt]sx?|json|md|s?css|less|pyi?|java|kt|swift|mm?|h|hpp|cc|cpp|ya?ml|xml|gradle|toml|html|glsl)$/
const bytesAtMost = 300_000

function readSources(dir: string, under: readonly string[]): ReadonlyMap<string, string> {
  const sources = new Map<string, string>()
  for (const found of readdirSync(dir, { recursive: true, withFileTypes: true })) {
    const path = join(found.parentPath, found.name).slice(dir.length + 1)
    const isWanted = !path.includes('/') || under.some((folder) => path.startsWith(`${folder}/`))
    if (!found.isFile() || !isWanted || !kinds.test(path) || !/^[\w@./+-]+$/.test(path)) continue
    if (statSync(join(dir, path)).size > bytesAtMost) continue
    const text = readFileSync(join(dir, path), 'utf8')
    if (!isMadeByMachine(path, text)) sources.set(path, text)
  }
  return sources
}

function isMadeByMachine(path: string, text: string): boolean {
  if (/\.min\.|package-lock/.test(path) || /[\0\uFFFD]/.test(text)) return true
  return text.split('\n').some((line) => line.length > 2_000)
}

function sample<T>(items: readonly T[], most: number): readonly T[] {
  const step = Math.max(1, items.length / most)
  return items.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step))
}

async function readHunks(pair: PackagePair, files: readonly Edited[]): Promise<readonly Edited[]> {
  const [base, truth] = [
    await fetchPackage(pair.name, pair.base),
    await fetchPackage(pair.name, pair.truth),
  ]
  const found: Edited[] = []
  for (const file of files) {
    const versions = [join(base, file.path), join(truth, file.path)]
    const how = ['--no-index', '-U0', '--no-color', '--no-ext-diff']
    // Git ends with 1 where there is a difference.
    const diff = await runProcess('sh', [
      '-c',
      'git diff "$@" || [ $? = 1 ]',
      '-',
      ...how,
      ...versions,
    ])
    const hunks = parseHunks(diff, file)
    const { branches } = dealHunks(file.base.split('\n'), hunks, { count: 1, turn: { next: 0 } })
    // Only the end of the last line differs: such a change is not a change of lines.
    if (branches[0]?.join('\n') === file.truth) found.push({ ...file, hunks })
  }
  return found
}

function parseHunks(diff: string, { base, truth }: Edited): readonly Hunk[] {
  const [old, fresh] = [base.split('\n'), truth.split('\n')]
  const heads = diff.matchAll(/^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/gm)
  return [...heads].map(([, at, count = '1', freshAt, freshCount = '1']) => {
    const start = startOf(at, count)
    return {
      at: start,
      old: old.slice(start, start + Number(count)),
      new: fresh.slice(
        startOf(freshAt, freshCount),
        startOf(freshAt, freshCount) + Number(freshCount),
      ),
    }
  })
}

/** Where nothing is on one side, its number is that of the line before. */
function startOf(line: string | undefined, count: string): number {
  return Number(line) - (count === '0' ? 0 : 1)
}
