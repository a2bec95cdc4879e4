import { mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { type DoltClone, openDoltClone } from '@wavefront/beads'
import { UserError } from '@wavefront/errors'
import { listFilesAt, type Mirror, readFileAt } from '@wavefront/git'
import type { BranchName, StoreChanges } from '@wavefront/wave'
import type { SharedStore } from './shared-store.ts'

export interface DoltStoreOptions {
  readonly mirror: Mirror
  readonly dir: string
  /** Its `.beads/` says where the database is kept. */
  readonly base: BranchName
  readonly bd: string
  readonly env: NodeJS.ProcessEnv
  readonly clock: () => Date
}

/** A Dolt database in `refs/dolt/data`, in a clone of our own, by way of bd. */
export function doltStore(options: DoltStoreOptions): SharedStore {
  const { dir } = options
  let clone: Promise<DoltClone> | undefined
  let changes: StoreChanges[] = []
  const open = () => {
    clone ??= makeClone(options)
    return clone
  }
  const drop = async () => {
    clone = undefined
    await rm(dir, { recursive: true, force: true })
  }
  return {
    where: 'refs/dolt/data',
    store: {
      read: async () => (await open()).store.read(),
      async apply(change) {
        await (await open()).store.apply(change)
        changes.push(change)
      },
      add: async (tasks) => (await open()).store.add(tasks),
    },
    stage: async () => {},
    async push() {
      for (let turn = 1; (await (await open()).push()) === 'behind'; turn++) {
        if (turn === tries) throw behind(tries)
        await drop()
        // What was asked for is asked again of what the others have written meanwhile.
        for (const change of changes) await (await open()).store.apply(change)
      }
    },
    async reload() {
      changes = []
      await drop()
    },
  }
}

const tries = 6

function behind(times: number): UserError {
  return new UserError({
    what: `the tasks could not be written: others were ahead of us ${times} times`,
    where: 'refs/dolt/data',
    fix: 'run this job again; the work itself is on the feature branch, and the next run closes its tasks',
  })
}

async function makeClone(options: DoltStoreOptions): Promise<DoltClone> {
  const { mirror, dir, base, bd, env, clock } = options
  const { repository, url, credentials } = mirror
  const at = await repository.resolve(`refs/heads/${base}`)
  const all = at ? await listFilesAt(repository, at, '.beads') : []
  // What lies deeper is a database, which is never to come from a branch.
  const paths = all.filter((path) => path.split('/').length === 2)
  for (const path of paths) {
    await mkdir(join(dir, dirname(path)), { recursive: true })
    if (at) await writeFile(join(dir, path), (await readFileAt(repository, at, path)) ?? '')
  }
  return openDoltClone({ dir, url, bd, credentials, env, clock })
}
