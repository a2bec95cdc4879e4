import { createBranches } from '@wavefront/git'
import { prepareWave, type StoredTasks, type TaskStore } from '@wavefront/wave'
import { exitCodes } from '../exit-codes.ts'
import { renderPrepared } from '../output/prepared.ts'
import type { RunOptions } from './options.ts'
import type { RunSetup } from './set-up.ts'

/** `--dry-run`: the wave that would begin now. Reads everything, changes nothing. */
export async function showNextWave(setup: RunSetup, { json }: RunOptions): Promise<number> {
  const { repository, feature, base, policy, under } = setup
  const prepared = await prepareWave(
    { store: withPlanned(setup), branches: createBranches(repository, { feature, base }) },
    { policy, ...(under === undefined ? {} : { under }) },
  )
  if (json) {
    const { state, wave, tasks, held, readiness } = prepared
    const shown = tasks.map(({ task, attempt }) => ({ id: task.id, title: task.title, attempt }))
    console.log(JSON.stringify({ state, wave, tasks: shown, held, ...readiness }, undefined, 2))
  } else {
    for (const note of setup.notes) console.error(`note: ${note}`)
    console.log(renderPrepared(prepared))
    console.log(`\nOn the branch ${feature}, tasks in ${setup.storeAt}. Nothing has been changed.`)
  }
  return exitCodes.done
}

/** The store as it would be with the plan written to it. */
function withPlanned({ store, planned }: RunSetup): TaskStore {
  return {
    ...store,
    async read(): Promise<StoredTasks> {
      const stored = await store.read()
      const known = new Map(stored.tasks.map((task) => [task.id, task]))
      for (const task of planned) {
        if (known.get(task.id)?.state !== 'closed') known.set(task.id, task)
      }
      return { ...stored, tasks: [...known.values()] }
    },
  }
}
