import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { engine } from '@wavefront/testing'
import { type Jobs, runOriginalJobs, runOurJobs, type Spent } from './hosted/jobs.ts'
import { besides, openShop, type ShopWish } from './hosted/shop.ts'
import { wave } from './hosted/waves.ts'
import type { Bench, Row } from './row.ts'

const counts = [5, 20, 100]
const sizes = [200, 5_000]
const minutesAtMost = 20

const ourWorkflow = 'examples/wavefront.yml'
const originalWorkflow = besides('original.yml')

/**
 * A wave on GitHub against the same jobs as steps of bash, with classic bd (whose tasks are a file in git,
 * as they were for the original), git, jq and a stand-in for gh. Every request takes 50 ms on both sides.
 */
export async function* hosted(): Bench {
  const start = performance.now()
  const engines = { act: engine('act-0.2.87'), bd: engine('bd-0.47.1') }
  if (engines.act === undefined || engines.bd === undefined) {
    console.error('act-0.2.87 or bd-0.47.1 is not built: npm test builds them where there is Go')
    return
  }
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-bench-'))
  const tools = makeTools(dir, engines.bd)
  try {
    for (const place of places()) yield* jobRows(place, tools)
    const last = new Map<number, number>()
    for (const place of places()) {
      const ahead = 5 * (last.get(place.files) ?? 0)
      const minutes = (performance.now() - start + ahead) / 60_000
      if (place.tasks === 100 && (place.files > 200 || minutes > minutesAtMost)) {
        tell(`a wave of ${nameOf(place)} under act is left out: it would take too long`)
        continue
      }
      const before = performance.now()
      yield* waveRows(place, { act: engines.act, tools })
      last.set(place.files, performance.now() - before)
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

type Place = Omit<ShopWish, 'workflow'>

function places(): readonly Place[] {
  return counts.flatMap((tasks) => sizes.map((files) => ({ tasks, files })))
}

function nameOf({ tasks, files }: Place): string {
  return `${tasks}-tasks-${files}-files`
}

/** Jobs as processes on results that are prepared, so that a hundred workers need not run. */
async function* jobRows(place: Place, tools: string): Bench {
  const name = nameOf(place)
  tell(`jobs of ${name}`)
  const ours = await runJobs(place, tools, 'ours')
  const other = await runJobs(place, tools, 'original')
  for (const job of ['ready', 'merge'] as const) {
    const what = { ready: 'choosing the wave', merge: 'merging and finalizing' }[job]
    const aim = job === 'merge' ? { 5: 'at least 1', 100: 'at least 10' }[place.tasks] : undefined
    const against = `the original's steps for ${what}`
    const row = (figure: keyof Jobs['merge'], unit: Row['unit']) => ({
      ...{ ours: ours[job][figure], other: other[job][figure], unit },
    })
    yield {
      ...{ ...row('seconds', 's'), name: `hosted-${job}-${name}`, against },
      ...(aim && { aim }),
    }
    yield {
      ...{ ...row('roundTrips', 'requests'), name: `hosted-${job}-git-${name}` },
      ...{ against: `${against}, to the git server`, aim: 'ours the same for 5, 20, 100 tasks' },
    }
    yield {
      ...{ ...row('apiCalls', 'requests'), name: `hosted-${job}-api-${name}` },
      ...{ against: `${against}, to the API`, aim: 'ours the same for 5, 20, 100 tasks' },
    }
  }
}

/** The median where it is cheap to have one. */
async function runJobs(place: Place, tools: string, side: Side): Promise<Jobs> {
  const runs: Jobs[] = []
  for (let run = 0; run < (place.tasks === 5 ? 3 : 1); run++) {
    runs.push(await runJobsOnce(place, tools, side))
  }
  const median = (job: keyof Jobs) =>
    runs.map((jobs) => jobs[job]).sort((a, b) => a.seconds - b.seconds)[runs.length >> 1] as Spent
  return { ready: median('ready'), merge: median('merge') }
}

type Side = 'ours' | 'original'

async function runJobsOnce(place: Place, tools: string, side: Side): Promise<Jobs> {
  const workflow = side === 'ours' ? ourWorkflow : originalWorkflow
  const shop = await openShop({ ...place, workflow })
  try {
    return await (side === 'ours' ? runOurJobs(shop) : runOriginalJobs(shop, tools))
  } finally {
    await shop.world.close()
  }
}

interface Engines {
  readonly act: string
  readonly tools: string
}

/** A whole wave, its workers too, without what act and the agents take in any case. */
async function* waveRows(place: Place, engines: Engines): Bench {
  const name = nameOf(place)
  tell(`waves of ${name}`)
  const wish = { ...place, ...engines }
  const tasks = JSON.stringify(Array.from({ length: place.tasks }, (_, at) => `shop-${at}`))
  const workflow = besides('skeleton.yml')
  const floor = await wave({ ...wish, workflow, inputs: { tasks }, lands: false })
  const other = await wave({ ...wish, workflow: originalWorkflow, lands: true })
  const against = `the original's steps under act, both above the ${floor.toFixed(1)} s of jobs that do nothing`
  for (const [what, example] of [
    ['wave', ourWorkflow],
    ['three-jobs', 'examples/three-jobs.yml'],
  ] as const) {
    // One of ours is enough where a wave takes minutes.
    if (what === 'three-jobs' && (place.tasks > 20 || place.files > 200)) continue
    const ours = await wave({ ...wish, workflow: example, lands: true })
    yield {
      ...{ name: `hosted-${what}-${name}`, ours: ours - floor, other: other - floor, unit: 's' },
      ...{ against, ...(place.tasks === 5 && { aim: 'at least 1' }) },
    }
  }
}

function makeTools(dir: string, bd: string): string {
  const tools = join(dir, 'tools')
  mkdirSync(tools)
  symlinkSync(bd, join(tools, 'bd'))
  cpSync(besides('gh'), join(tools, 'gh'))
  return tools
}

function tell(line: string): void {
  console.error(`hosted: ${line}`)
}
