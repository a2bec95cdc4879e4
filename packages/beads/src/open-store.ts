import { join, resolve } from 'node:path'
import { UserError, unwrap } from '@wavefront/errors'
import type { TaskStore } from '@wavefront/wave'
import { Bd } from './bd/bd.ts'
import { BdStore } from './bd/bd-store.ts'
import { classicFlavour } from './bd/classic.ts'
import { doltFlavour } from './bd/dolt.ts'
import type { Environment } from './bd/environment.ts'
import { install } from './bd/failures.ts'
import { type BdVersion, judgeVersion, readVersion } from './bd/version.ts'
import { type Disk, realDisk } from './embedded/disk.ts'
import { EmbeddedStore } from './embedded/embedded-store.ts'
import type { Dialect } from './issues/dialect.ts'
import { type Found, lookAround } from './look-around.ts'

export interface StoreOptions {
  /** The repository's root. */
  readonly dir: string
  readonly kind?: 'auto' | 'embedded' | 'bd'
  /** A JSONL file to use instead of the one in `.beads`: always embedded. */
  readonly file?: string
  /** The bd to use; by default the one on PATH. */
  readonly bd?: string
  /** Who bd says it was. */
  readonly actor?: string
  readonly env?: Environment
  /** Begin an embedded store where there is none. */
  readonly create?: boolean
  /** Whose rules an embedded store follows; by default today's, Dolt's. */
  readonly dialect?: Dialect
  readonly clock?: () => Date
  /** For one call of bd. */
  readonly timeoutMs?: number
  readonly lockWaitMs?: number
  readonly disk?: Disk
}

export interface OpenedStore {
  readonly kind: 'embedded' | BdVersion['kind']
  /** For people: the file, or the bd and its version. */
  readonly where: string
  readonly store: TaskStore
}

/** The repository's task store: whatever there is, unless the options say which. */
export async function openStore(options: StoreOptions): Promise<OpenedStore> {
  const found = await lookAround(options.dir)
  const kind = options.kind ?? 'auto'
  if (options.file !== undefined) return openEmbedded(options, options.file)
  if (kind === 'embedded') return openEmbedded(options, embeddedName(options, found))
  if (kind === 'bd') return openBd(options, found)
  if (found.is === 'dolt') return openBd(options, found)
  if (found.is === 'sqlite') {
    const version = await tryVersion(options)
    if (version?.kind === 'classic') return openBd(options, found)
  }
  return openEmbedded(options, embeddedName(options, found))
}

function embeddedName(options: StoreOptions, found: Found): string {
  if (found.is === 'dolt') throw doltIsNotEmbedded()
  if (found.jsonl !== undefined) return found.jsonl
  if (options.create) return '.beads/issues.jsonl'
  throw noStore(found)
}

function openEmbedded(options: StoreOptions, name: string): OpenedStore {
  const store = new EmbeddedStore({
    path: resolve(options.dir, name),
    name,
    dialect: options.dialect ?? 'dolt',
    clock: options.clock ?? now,
    disk: options.disk ?? realDisk,
    lockWaitMs: options.lockWaitMs ?? 5_000,
    create: options.create ?? false,
  })
  return { kind: 'embedded', where: name, store }
}

async function openBd(options: StoreOptions, found: Found): Promise<OpenedStore> {
  if (found.is === 'nothing') throw noStore(found)
  const bd = makeBd(options)
  const version = unwrap(judgeVersion(await readVersion(bd)))
  refuseMismatch(version, found)
  const where = `bd ${version.version}`
  const global = [
    ...(version.kind === 'classic' && version.hasDaemon ? ['--no-daemon'] : []),
    ...(options.actor ? [`--actor=${options.actor}`] : []),
  ]
  const ours = bd.with(global)
  const flavour =
    version.kind === 'dolt' ? doltFlavour(ours) : classicFlavour(ours, join(options.dir, '.beads'))
  const clock = options.clock ?? now
  return {
    kind: version.kind,
    where,
    store: new BdStore({ bd: ours, flavour, name: where, clock }),
  }
}

function makeBd({ bd = 'bd', dir, env = process.env, timeoutMs = 60_000 }: StoreOptions): Bd {
  return new Bd({ binary: bd, dir, env, timeoutMs })
}

/** A bd that is missing, broken or of a strange version is none that could serve a JSONL store. */
async function tryVersion(options: StoreOptions): Promise<BdVersion | undefined> {
  try {
    return unwrap(judgeVersion(await readVersion(makeBd(options))))
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

function refuseMismatch({ kind, version }: BdVersion, found: Found): void {
  if (kind === 'classic' && found.is === 'dolt') {
    const what = `the store is a Dolt database, which bd ${version} cannot read`
    throw new UserError({ what, where: '.beads', fix: install })
  }
  if (kind === 'dolt' && found.is === 'sqlite') {
    const what = `the store is a SQLite database beside a JSONL file, which bd ${version} cannot read`
    const fix =
      'move it to Dolt with `bd bootstrap`, or use it as it is, without bd: `store: embedded`'
    throw new UserError({ what, where: '.beads', fix })
  }
}

function doltIsNotEmbedded(): UserError {
  return new UserError({
    what: 'the store is a Dolt database, which only bd can read',
    where: '.beads',
    fix: `use it through bd (${install}), or write it to a file, \`bd export -o issues.jsonl\`, and name that`,
  })
}

function noStore(found: Found): UserError {
  const what =
    found.is === 'nothing' ? 'there is no task store here' : 'the task store has no issues yet'
  const fix =
    'begin one with `bd init`, or give a plan file with `--from`, or name a JSONL file with `--store`'
  return new UserError({ what, where: '.beads', fix })
}

function now(): Date {
  return new Date()
}
