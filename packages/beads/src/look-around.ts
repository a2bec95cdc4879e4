import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '@wavefront/errors'

/** What kind of store a repository has, and its JSONL file if there is one. */
export interface Found {
  readonly is: 'dolt' | 'sqlite' | 'jsonl' | 'nothing'
  readonly jsonl?: string
}

export async function lookAround(dir: string): Promise<Found> {
  const names = await readdir(join(dir, '.beads')).catch(ignoreMissing)
  if (!names) return { is: 'nothing' }
  const jsonl = ['issues.jsonl', 'beads.jsonl'].find((name) => names.includes(name))
  const backend = names.includes('metadata.json') ? await readBackend(dir) : undefined
  const isDolt =
    backend === 'dolt' || names.some((name) => name === 'embeddeddolt' || name === 'dolt')
  const isSqlite = names.some((name) => name.endsWith('.db'))
  const is = isDolt ? 'dolt' : isSqlite ? 'sqlite' : 'jsonl'
  return jsonl === undefined ? { is } : { is, jsonl: `.beads/${jsonl}` }
}

function ignoreMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code === 'ENOENT') return undefined
  const fix = 'see that `.beads` is a directory that you may read'
  const what = `the task store cannot be read (${error.code})`
  throw new UserError({ what, where: '.beads', fix }, { cause: error })
}

const where = '.beads/metadata.json'
const knownSchema = 1

async function readBackend(dir: string): Promise<string | undefined> {
  const metadata = parseMetadata(await readFile(join(dir, where), 'utf8'))
  const { backend, schema_version: schema } = metadata
  if (typeof schema === 'number' && schema > knownSchema) {
    throw tooNew(`its schema is ${schema}, and the newest known is ${knownSchema}`)
  }
  if (backend === undefined || backend === 'dolt') return backend
  if (backend === 'sqlite' || backend === 'jsonl') return backend
  throw tooNew(`its backend is ${JSON.stringify(backend)}`)
}

function parseMetadata(text: string): Record<string, unknown> {
  try {
    return { ...(JSON.parse(text) as object) }
  } catch (error) {
    const fix = 'restore the file from git, or make it anew with `bd doctor --fix`'
    throw new UserError({ what: 'it is not JSON', where, fix }, { cause: error })
  }
}

function tooNew(why: string): UserError {
  return new UserError({
    what: `a store newer than this Wavefront knows: ${why}`,
    where,
    fix: 'use a newer Wavefront, or write the store to a file with `bd export -o issues.jsonl` and name that',
  })
}
