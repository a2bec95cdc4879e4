import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@wavefront/beads'
import { buildGraph, readiness } from '@wavefront/tasks'
import { engine } from '@wavefront/testing'
import { medianMs, runProcess } from './measure.ts'
import type { Bench } from './row.ts'

/** The question of every wave, "what is ready?", on stores of three sizes: ours against both kinds of `bd`. */
export async function* ready(): Bench {
  for (const size of [100, 1_000, 10_000]) {
    const lines = issueLines(size)
    for (const name of ['bd-1.3.0', 'bd-0.47.1'] as const) yield* against(name, size, lines)
  }
}

async function* against(name: 'bd-1.3.0' | 'bd-0.47.1', size: number, lines: string): Bench {
  const bd = engine(name)
  if (bd === undefined) {
    console.error(`${name} is not built: npm test builds it where there is Go`)
    return
  }
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-bench-'))
  try {
    const theirs = join(dir, 'theirs')
    const question = await prepareBd(bd, name, theirs, lines)
    const ours = join(dir, 'ours')
    mkdirSync(join(ours, '.beads'), { recursive: true })
    writeFileSync(join(ours, '.beads', 'issues.jsonl'), lines)
    const other = await medianMs(5, () => runProcess(bd, question, { cwd: theirs, env: env() }))
    const row = { other, unit: 'ms', aim: name === 'bd-1.3.0' ? 'at least 10' : '' } as const
    yield {
      ...row,
      name: `ready-${size}-${name}`,
      ours: await medianMs(9, () => askInProcess(ours)),
      against: `${name} ready, a process; ours in this one`,
    }
    const cli = [
      'dist/cli/index.js',
      'ready',
      '--json',
      '--store',
      join(ours, '.beads/issues.jsonl'),
    ]
    yield {
      ...{ other, unit: 'ms' },
      name: `ready-${size}-${name}-cli`,
      ours: await medianMs(5, () => runProcess(process.execPath, cli)),
      against: `${name} ready; ours as a process, too`,
    }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

async function askInProcess(dir: string): Promise<readonly string[]> {
  const { store } = await openStore({ dir, kind: 'embedded' })
  const built = buildGraph((await store.read()).tasks)
  if (!built.ok) throw new Error('the graph is faulty')
  return readiness(built.value).ready
}

/** A store of bd's own with these issues; gives back the arguments of the question. */
async function prepareBd(bd: string, name: string, dir: string, lines: string): Promise<string[]> {
  mkdirSync(dir, { recursive: true })
  const file = join(dir, 'import.jsonl')
  writeFileSync(file, lines)
  const run = (...args: string[]) => runProcess(bd, args, { cwd: dir, env: env() })
  await runProcess('git', ['init', '-q', dir])
  if (name === 'bd-1.3.0') {
    await run('init', '-q', '--non-interactive', '--skip-hooks', '--skip-agents', '-p', 'bench')
    await run('import', file)
    return ['ready', '--json', '--limit', '0']
  }
  await run('--no-daemon', 'init', '-q', '-p', 'bench')
  await run('--no-daemon', 'import', '-i', file)
  return ['--no-daemon', 'ready', '--json', '--limit', '0']
}

function env(): NodeJS.ProcessEnv {
  return {
    PATH: process.env.PATH,
    HOME: process.env.HOME,
    BD_DISABLE_METRICS: '1',
    BEADS_NO_DAEMON: '1',
  }
}

/** Two thirds are closed; nine of ten depend on the first of their ten. Longer chains take bd hours to import. */
function issueLines(size: number): string {
  const at = '2026-01-01T00:00:00Z'
  const lines = Array.from({ length: size }, (_, i) => {
    const id = `bench-${i.toString(36)}`
    const isClosed = i % 3 !== 0
    return JSON.stringify({
      ...{
        id,
        title: `Issue ${i}`,
        description: 'What is to be done, in a sentence or two. '.repeat(5),
      },
      ...{ status: isClosed ? 'closed' : 'open', priority: i % 5, issue_type: 'task' },
      ...{ created_at: at, updated_at: at, ...(isClosed ? { closed_at: at } : {}) },
      dependencies: [i - (i % 10)]
        .filter((on) => on !== i)
        .map((on) => ({
          ...{ issue_id: id, depends_on_id: `bench-${on.toString(36)}`, type: 'blocks' },
          ...{ created_at: at, created_by: 'bench' },
        })),
    })
  })
  return `${lines.join('\n')}\n`
}
