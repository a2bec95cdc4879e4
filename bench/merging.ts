import { makeHermetic } from '@wavefront/testing'
import { settleDisk } from './measure.ts'
import { expectMerged, original, ours, type Side } from './merging/sides.ts'
import { type MergingWorld, makeWorld } from './merging/world.ts'
import type { Bench } from './row.ts'

const against = "the original's loop: fetch, merge, checkout --theirs, commit"

/** Merging many branches, a tenth of them in conflict, from the fetch to the merge of the last one. */
export async function* merging(): Bench {
  makeHermetic()
  const hundred = await measure({ branches: 100, files: 10_000 }, { ours, original })
  const { ours: mine, original: other } = hundred
  const name = 'merging-100-branches-10000-files'
  yield { name, ours: mine, other, unit: 's', against, aim: 'at least 15' }
  const many = await measure({ branches: 256, files: 10_000 }, { ours, original })
  const more = { name: 'merging-256-branches-10000-files', unit: 's', against } as const
  yield { ...more, ours: many.ours, other: many.original, aim: 'at least 15' }
  const large = await measure({ branches: 100, files: 100_000 }, { ours })
  yield {
    ...{ name: 'merging-a-branch-100000-files', unit: 'ms' },
    ...{ ours: large.ours * 10, other: mine * 10, against: 'ours at 10,000 files' },
    aim: 'about 1: the cost of a branch hardly grows with the repository',
  }
}

/** The seconds of each side, each in a clone of its own. */
async function measure<Name extends string>(
  size: { readonly branches: number; readonly files: number },
  sides: Readonly<Record<Name, Side>>,
): Promise<Record<Name, number>> {
  console.error(`merging: ${size.branches} branches over ${size.files} files`)
  const world = await makeWorld(size)
  try {
    const seconds: Record<string, number> = {}
    for (const [name, side] of Object.entries<Side>(sides))
      seconds[name] = await time(world, name, side)
    return seconds as Record<Name, number>
  } finally {
    world.remove()
  }
}

async function time(world: MergingWorld, name: string, side: Side): Promise<number> {
  const clone = world.clone(name)
  await settleDisk()
  const start = performance.now()
  await side(clone, world.branches)
  const seconds = (performance.now() - start) / 1000
  expectMerged(clone, world.branches)
  return seconds
}
