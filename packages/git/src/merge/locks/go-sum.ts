import type { Sides } from '../settle-text.ts'
import { parseText, renderMerged } from '../text.ts'

export type JoinedSums =
  | { readonly is: 'joined'; readonly content: string }
  /** Two sums for one version of a module: at least one of them is wrong, or forged. */
  | { readonly is: 'contradictory'; readonly module: string }

/**
 * All lines of both sides, sorted as `go` sorts them. Those that one side dropped stay, because what the
 * other side added may be in need of them; `go mod tidy` drops them again.
 */
export function joinSums(sides: Sides<string>): JoinedSums {
  const texts = {
    base: parseText(sides.base),
    ours: parseText(sides.ours),
    theirs: parseText(sides.theirs),
  }
  const lines = new Set(
    [...texts.ours.lines, ...texts.theirs.lines].filter((line) => line.trim() !== ''),
  )
  const sums = [...lines].map(parseSum).sort(inOrder)
  const twice = sums.find((sum, index) => index > 0 && isOther(sum, sums[index - 1]))
  if (twice) return { is: 'contradictory', module: `${twice.path} ${twice.version}` }
  const sorted = sums.map(({ line }) => line)
  return { is: 'joined', content: renderMerged(sorted, texts) }
}

interface Sum {
  readonly line: string
  readonly path: string
  readonly version: string
  readonly hash: string
}

/** `<module> <version>[/go.mod] <algorithm>:<hash>` */
function parseSum(line: string): Sum {
  const [path = '', version = '', hash = ''] = line.trim().split(/\s+/)
  return { line, path, version, hash }
}

function isOther(one: Sum, other: Sum | undefined): boolean {
  if (!other || one.path !== other.path || one.version !== other.version) return false
  const [algorithm] = one.hash.split(':')
  return one.hash !== other.hash && other.hash.startsWith(`${algorithm}:`)
}

/** By module, then by version, the sum of the module itself before that of its go.mod. */
function inOrder(one: Sum, other: Sum): number {
  const [version = '', file = ''] = one.version.split('/', 2)
  const [otherVersion = '', otherFile = ''] = other.version.split('/', 2)
  return (
    compareText(one.path, other.path) ||
    compareVersions(version, otherVersion) ||
    compareText(file, otherFile) ||
    compareText(one.hash, other.hash)
  )
}

/** By precedence as semver has it; what comes out equal is told apart by its text. */
function compareVersions(one: string, other: string): number {
  const [a, b] = [parseVersion(one), parseVersion(other)]
  for (const [index, number] of a.numbers.entries()) {
    const difference = compareNumbers(number, b.numbers[index] ?? '0')
    if (difference !== 0) return difference
  }
  return comparePrereleases(a.prerelease, b.prerelease) || compareText(one, other)
}

function parseVersion(version: string) {
  const [, core = '', prerelease = ''] = /^v?([\d.]+)(?:-([^+]*))?/.exec(version) ?? []
  return { numbers: core.split('.'), prerelease: prerelease === '' ? [] : prerelease.split('.') }
}

/** A release comes after all that led up to it. */
function comparePrereleases(one: readonly string[], other: readonly string[]): number {
  if (one.length === 0 || other.length === 0) return other.length - one.length
  for (const [index, part] of one.entries()) {
    const match = other[index]
    if (match === undefined) return 1
    const difference = compareParts(part, match)
    if (difference !== 0) return difference
  }
  return one.length - other.length
}

function compareParts(one: string, other: string): number {
  const [isNumber, isOtherNumber] = [one, other].map((part) => /^\d+$/.test(part))
  if (isNumber && isOtherNumber) return compareNumbers(one, other)
  if (isNumber !== isOtherNumber) return isNumber ? -1 : 1
  return compareText(one, other)
}

/** Dates and hashes have more digits than a number holds. */
function compareNumbers(one: string, other: string): number {
  return one.length - other.length || compareText(one, other)
}

function compareText(one: string, other: string): number {
  if (one === other) return 0
  return one < other ? -1 : 1
}
