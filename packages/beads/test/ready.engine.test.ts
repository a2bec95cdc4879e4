import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Dialect, openStore } from '@wavefront/beads'
import { unwrap } from '@wavefront/errors'
import { buildGraph, readiness, type Task } from '@wavefront/tasks'
import { aBdStore, describeEngine, generatedIssues, readyByBd, toJsonl } from '@wavefront/testing'

const data = join(import.meta.dirname, '../../testing/data')
const files = ['beads-viewer', 'mcp-agent-mail', 'trust-center', 'trust-center-sync']
const seeds = Array.from({ length: 15 }, (_, place) => place + 1)

describeEngine('bd-0.47.1', (bd) => sameAs(bd, 'classic'))
describeEngine('bd-1.3.0', (bd) => sameAs(bd, 'dolt'))

function sameAs(bd: string, dialect: Dialect): void {
  test.each(files)('what is ready in %s is what bd calls ready', async (name) => {
    const jsonl = readFileSync(join(data, `${name}.issues.jsonl`), 'utf8')
    await expectSameReady({ bd, jsonl, dialect })
  })

  test('what is ready in generated stores is what bd calls ready', async () => {
    // Fewer for Dolt, whose import takes seconds for each of them.
    const some = dialect === 'classic' ? seeds : seeds.slice(0, 5)
    const issues = some.flatMap((seed) =>
      generatedIssues(`demo-s${seed}`, { seed, hasPinned: dialect === 'dolt' }),
    )
    const ready = await expectSameReady({ bd, jsonl: toJsonl(issues), dialect })
    expect(ready.length).toBeGreaterThan(10)
  })
}

interface Store {
  readonly bd: string
  readonly jsonl: string
  readonly dialect: Dialect
}

async function expectSameReady({ bd, jsonl, dialect }: Store): Promise<string[]> {
  const dir = aBdStore({ bd, prefix: 'demo', jsonl })
  const { store } = await openStore({ dir, kind: 'bd', bd })
  const throughBd = (await store.read()).tasks
  const embedded = await readEmbedded(jsonl, dialect)
  const notWork = new Set(throughBd.filter(({ kind }) => kind !== 'task').map(({ id }) => `${id}`))
  const expected = readyByBd(bd, dir).filter((id) => !notWork.has(id))
  expect(readyIn(throughBd)).toEqual(expected.sort())
  expect(readyIn(embedded)).toEqual(expected.sort())
  return expected
}

async function readEmbedded(jsonl: string, dialect: Dialect): Promise<readonly Task[]> {
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-embedded-'))
  writeFileSync(join(dir, 'issues.jsonl'), jsonl)
  const { store } = await openStore({ dir, file: 'issues.jsonl', dialect })
  return (await store.read()).tasks
}

function readyIn(tasks: readonly Task[]): string[] {
  return [...readiness(unwrap(buildGraph(tasks))).ready].sort()
}
