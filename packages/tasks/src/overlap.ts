import { expandBraces, hasMagic, segmentsMeet } from './glob.ts'

/**
 * What two lists of declared files have in common, for people (`src/a.ts`, `src/** and src/*.ts`),
 * or nothing. A path also stands for everything below it. A glob that is too large to
 * expand overlaps with all: a wrong "yes" costs a wave, a wrong "no" costs a conflict.
 */
export function overlap(a: readonly string[], b: readonly string[]): string | undefined {
  for (const one of a) {
    for (const other of b) {
      if (meet(one, other)) return one === other ? one : `${one} and ${other}`
    }
  }
  return undefined
}

function meet(one: string, other: string): boolean {
  if (!hasMagic(one) && !hasMagic(other)) return isSameOrBelow(clean(one), clean(other))
  const left = expandBraces(clean(one))
  const right = expandBraces(clean(other))
  if (!left || !right) return true
  return left.some((l) => right.some((r) => segmentsMeet(toSegments(l), toSegments(r))))
}

function isSameOrBelow(one: string, other: string): boolean {
  return one === other || other.startsWith(`${one}/`) || one.startsWith(`${other}/`)
}

function clean(path: string): string {
  return path.replace(/^(\.?\/)+/, '').replace(/\/+$/, '')
}

/** `src` and `packages/*` may be folders and stand for what is below them; `*.ts` is meant for files. */
function toSegments(glob: string): string[] {
  const segments = glob.split('/').filter((segment) => segment !== '')
  const last = segments.at(-1) ?? ''
  return hasMagic(last) && last.includes('.') ? segments : [...segments, '**']
}
