import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@wavefront/beads'
import type { Config } from '@wavefront/config'
import { UserError } from '@wavefront/errors'
import type { Inspector } from '@wavefront/github'
import type { StoreFact } from './facts.ts'

const names = ['issues.jsonl', 'beads.jsonl']

/** Where the tasks are kept, and those that can be read over the API. */
export async function readStore(
  inspector: Inspector,
  base: string,
  { store, storeBranch }: Config,
): Promise<StoreFact> {
  const metadata = await inspector.readFile({ path: '.beads/metadata.json', ref: base })
  if (metadata.is === 'unknown') return metadata
  const isDolt = metadata.is === 'found' && /"backend"\s*:\s*"dolt"/.test(metadata.text)
  if (store === 'bd' || (store === 'auto' && isDolt)) return { is: 'dolt', says: isDolt }
  const branches = [...(storeBranch === 'none' ? [] : [storeBranch]), base]
  for (const ref of branches) {
    for (const name of names) {
      const file = await inspector.readFile({ path: `.beads/${name}`, ref })
      if (file.is === 'unknown') return file
      if (file.is === 'found') return readTasks(file.text, `.beads/${name} on ${ref}`)
    }
  }
  return { is: 'missing', branches }
}

/** By the same reader that a wave has. */
async function readTasks(text: string, at: string): Promise<StoreFact> {
  const dir = await mkdtemp(join(tmpdir(), 'wavefront-doctor-'))
  try {
    await writeFile(join(dir, 'issues.jsonl'), text)
    const { store } = await openStore({ dir, file: 'issues.jsonl' })
    return { is: 'jsonl', at, tasks: (await store.read()).tasks }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { is: 'wrong', problems: error.problems }
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}
