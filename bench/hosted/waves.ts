import { type ActWorldOptions, runWorkflows } from '@wavefront/testing'
import { bdSettings, expectLanded } from './jobs.ts'
import { feature, openShop, type ShopWish } from './shop.ts'

export interface WaveWish extends ShopWish {
  readonly act: string
  readonly tools: string
  readonly inputs?: Readonly<Record<string, string>>
  /** The skeleton lands nothing. */
  readonly lands: boolean
}

/** One wave under act, from the dispatch to the end of its last job, in seconds. The next one is not run. */
export async function wave({ act, tools, inputs, lands, ...wish }: WaveWish): Promise<number> {
  const shop = await openShop(wish)
  const { github, git, close } = shop.world
  const world = runWorkflows({
    ...{ act, git, path: [tools], env: bdSettings, maxParallel: 5 },
    github: onlyOneRun(github),
    suite: { path: process.cwd(), repository: 'wavefront-actions/wavefront', ref: 'v1' },
    secrets: { ANTHROPIC_API_KEY: 'sk-of-nobody' },
    runTimeLimitMs: 10 * 60_000,
  })
  try {
    await world.start({
      workflow: 'wavefront.yml',
      inputs: inputs ?? { issue_number: '7', branch: feature },
      actor: 'octo',
    })
    const [report] = await world.settle()
    if (report?.conclusion !== 'success') throw new Error(failureOf(report?.jobs ?? []))
    if (lands) expectLanded(shop)
    return report.milliseconds / 1000
  } finally {
    await world.close()
    await close()
  }
}

type GitHub = ActWorldOptions['github']

function onlyOneRun(github: GitHub): GitHub {
  let taken = 0
  const next = () => (taken++ === 0 ? github.runs.next() : undefined)
  return { ...github, runs: { ...github.runs, next } }
}

function failureOf(jobs: readonly { readonly name: string; readonly log: string }[]): string {
  return `the wave failed:\n${jobs.map(({ name, log }) => `${name}:\n${log.slice(-2000)}`).join('\n')}`
}
