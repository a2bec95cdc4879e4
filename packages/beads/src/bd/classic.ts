import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { unwrap } from '@wavefront/errors'
import { readIssuesFile } from '../embedded/issues-file.ts'
import type { IssueLine } from '../issues/issue.ts'
import { appendAttempt } from '../issues/journal.ts'
import { parseIssues } from '../issues/parse-issues.ts'
import { idsIn, isObject, readAnswer } from './answer.ts'
import type { Bd } from './bd.ts'
import type { Close, Flavour } from './flavour.ts'

/**
 * Bd up to 0.50: a SQLite database beside a JSONL file. Its automatic flush drops the comments of
 * the issues that it writes, so our writes do without it and end with a full one.
 */
export function classicFlavour(bd: Bd, beadsDir: string): Flavour {
  const quiet = (args: readonly string[], input?: string) =>
    bd.run(['--no-auto-flush', ...args], input)
  return {
    dialect: 'classic',
    export: () => exportIssues(bd, beadsDir),
    record: async (id, attempts, notes) => {
      const all = attempts.reduce(appendAttempt, notes)
      await quiet(['update', id, `--notes=${all}`, '--json'])
    },
    close: async (closes) => {
      const closed: string[] = []
      for (const { reason, ids } of byReason(closes)) {
        const answer = await quiet(['close', ...ids, '--force', `--reason=${reason}`, '--json'])
        closed.push(...idsIn(readAnswer('bd close', answer)))
      }
      return closed
    },
    import: async (jsonl) => {
      await importing(bd, beadsDir).run(['--no-auto-flush', 'import'], jsonl)
    },
    setFiles: async () => {},
    finish: async () => {
      await bd.run(['sync', '--flush-only'])
    },
  }
}

/**
 * An import takes ids of the store's own prefix only, and no setting allows others: `allowed_prefixes`
 * passes the first of two checks. With several repositories there is no check. So for this one call
 * bd believes in a second one, in a place without a JSONL file, from which it would read first.
 */
function importing(bd: Bd, beadsDir: string): Bd {
  return bd.withEnvironment({ BD_REPOS_PRIMARY: beadsDir })
}

/**
 * Bd's reading commands cannot take in a JSONL file that is newer than the database: they warn and
 * answer from the old one. So the file is compared and, if need be, imported first.
 */
async function exportIssues(bd: Bd, beadsDir: string): Promise<string> {
  const file = await findJsonl(beadsDir)
  const written = file ? (await readIssuesFile(file.path, file.name)).lines : []
  const exported = await bd.run(['export'])
  if (!file || !isBehind(parse(exported), written)) return withHidden(bd, exported)
  await importing(bd, beadsDir).run(['--no-auto-flush', 'import', '-i', file.path])
  return withHidden(bd, await bd.run(['export']))
}

async function findJsonl(beadsDir: string): Promise<{ path: string; name: string } | undefined> {
  for (const name of ['issues.jsonl', 'beads.jsonl']) {
    const path = join(beadsDir, name)
    const stats = await stat(path).catch(() => undefined)
    if (stats) return { path, name: `.beads/${name}` }
  }
  return undefined
}

function isBehind(database: readonly IssueLine[], file: readonly IssueLine[]): boolean {
  const known = new Map(database.map(({ issue }) => [issue.id, Date.parse(issue.updated_at ?? '')]))
  return file.some(({ issue }) => {
    const at = known.get(issue.id)
    return at === undefined || at < Date.parse(issue.updated_at ?? '')
  })
}

/** What an export leaves out: ephemeral issues, which block others all the same, and deferrals. */
async function withHidden(bd: Bd, exported: string): Promise<string> {
  const lines = exported.split('\n').filter((line) => line !== '')
  const ids = new Set(parse(exported).map(({ issue }) => issue.id))
  const hidden = hasLooseEnds(exported, ids) ? await list(bd, []) : []
  const deferrals = await readDeferrals(bd)
  return [...lines, ...hidden.filter(({ id }) => !ids.has(id)).map((one) => JSON.stringify(one))]
    .map((line) => withDeferral(line, deferrals))
    .join('\n')
}

interface Listed {
  readonly id: string
  readonly defer_until?: unknown
}

function hasLooseEnds(exported: string, ids: ReadonlySet<string>): boolean {
  const targets = parse(exported).flatMap(({ issue }) => issue.dependencies ?? [])
  return targets.some(({ depends_on_id: id }) => !ids.has(id) && !id.startsWith('external:'))
}

/** A list tells which issues are deferred, but only `show` tells until when. */
async function readDeferrals(bd: Bd): Promise<ReadonlyMap<string, unknown>> {
  const deferred = await list(bd, ['--deferred'])
  if (deferred.length === 0) return new Map()
  const ids = deferred.map(({ id }) => id)
  const shown = listed(readAnswer('bd show', await bd.run(['show', ...ids, '--json'])))
  return new Map(shown.map((one) => [one.id, one.defer_until]))
}

function withDeferral(line: string, deferrals: ReadonlyMap<string, unknown>): string {
  if (deferrals.size === 0) return line
  const issue = JSON.parse(line) as Listed
  const until = deferrals.get(issue.id)
  return until === undefined ? line : JSON.stringify({ ...issue, defer_until: until })
}

async function list(bd: Bd, flags: readonly string[]): Promise<readonly Listed[]> {
  const args = ['list', '--all', '--limit', '0', ...flags, '--json']
  return listed(readAnswer('bd list', await bd.run(args)))
}

function listed(answer: unknown): Listed[] {
  const all = Array.isArray(answer) ? answer : []
  return all.filter((one): one is Listed => isObject(one) && typeof one.id === 'string')
}

function parse(jsonl: string): readonly IssueLine[] {
  return unwrap(parseIssues(jsonl, 'bd export'))
}

/** Neighbours with the same reason, so that each call closes as many as it can. */
function byReason(closes: readonly Close[]): { reason: string; ids: string[] }[] {
  const groups: { reason: string; ids: string[] }[] = []
  for (const { id, reason } of closes) {
    const last = groups.at(-1)
    if (last?.reason === reason) last.ids.push(id)
    else groups.push({ reason, ids: [id] })
  }
  return groups
}
