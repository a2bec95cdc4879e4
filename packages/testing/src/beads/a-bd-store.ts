import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface BdStoreWish {
  readonly bd: string
  /** What the ids begin with that bd makes. */
  readonly prefix: string
  /** What is in it. */
  readonly jsonl?: string
}

/** A repository with a store that a real bd has made. Returns its directory. */
export function aBdStore(wish: BdStoreWish): string {
  const dir = mkdtempSync(join(tmpdir(), 'wavefront bd é-'))
  execFileSync('git', ['init', '--quiet', dir])
  if (wish.bd.includes('0.47')) fillClassic(dir, wish)
  else fillDolt(dir, wish)
  return dir
}

/** With issues, classic bd begins as it does in a fresh clone: from the JSONL file alone. */
function fillClassic(dir: string, { bd, prefix, jsonl }: BdStoreWish): void {
  if (jsonl === undefined) {
    runBd(bd, dir, ['init', '--quiet', '--prefix', prefix, '--skip-hooks'])
    return
  }
  mkdirSync(join(dir, '.beads'))
  writeFileSync(join(dir, '.beads', 'issues.jsonl'), jsonl)
  runBd(bd, dir, ['list', '--json'])
}

function fillDolt(dir: string, { bd, prefix, jsonl }: BdStoreWish): void {
  cpSync(emptyDolt(bd, prefix), dir, { recursive: true })
  if (jsonl === undefined) return
  writeFileSync(join(dir, 'import.jsonl'), jsonl)
  runBd(bd, dir, ['import', '-i', 'import.jsonl'])
}

const empty = new Map<string, string>()

/** Making a Dolt database takes seconds, so it is made once and copied. */
function emptyDolt(bd: string, prefix: string): string {
  const known = empty.get(prefix)
  if (known !== undefined) return known
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-bd-empty-'))
  execFileSync('git', ['init', '--quiet', dir])
  const silent = ['--non-interactive', '--skip-hooks', '--skip-agents']
  runBd(bd, dir, ['init', '--quiet', '--prefix', prefix, ...silent])
  empty.set(prefix, dir)
  return dir
}

/** A bd by hand, as a person would call it. */
export function runBd(bd: string, dir: string, args: readonly string[]): string {
  const { PATH, HOME } = process.env
  const env = {
    PATH,
    HOME,
    BD_DISABLE_METRICS: '1',
    BD_NON_INTERACTIVE: '1',
    BEADS_NO_DAEMON: '1',
    GIT_CONFIG_GLOBAL: '/dev/null',
    GIT_CONFIG_SYSTEM: '/dev/null',
    GIT_AUTHOR_NAME: 'Test',
    GIT_AUTHOR_EMAIL: 'test@example.com',
    GIT_COMMITTER_NAME: 'Test',
    GIT_COMMITTER_EMAIL: 'test@example.com',
  }
  return execFileSync(bd, args, {
    cwd: dir,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    maxBuffer: 64 * 1024 * 1024,
  })
}

/** The ids that bd itself calls ready, in_progress ones left out as bd since 0.49.4 does. */
export function readyByBd(bd: string, dir: string): string[] {
  const issues = JSON.parse(runBd(bd, dir, ['ready', '--json', '--limit', '0'])) as {
    readonly id: string
    readonly status: string
  }[]
  return issues.filter(({ status }) => status === 'open').map(({ id }) => id)
}
