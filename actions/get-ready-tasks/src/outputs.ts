import type { Hosting } from '@wavefront/hosting'
import type { PreparedWave } from '@wavefront/wave'

/** The wave for the jobs that follow. Ids and numbers alone: GitHub empties an output that holds a secret. */
export function toOutputs(prepared: PreparedWave, { config, feature }: Hosting) {
  const { state, wave, base, tasks, held, pending, unclosed, landed } = prepared
  const ids = tasks.map(({ task }) => task.id)
  return {
    task_ids: ids,
    task_count: ids.length,
    matrix: { include: tasks.map(({ task, attempt }) => ({ task_id: task.id, attempt })) },
    wave,
    base_sha: base,
    branch: feature,
    state,
    // An earlier run may have been cut off anywhere after its landing, and each later step can be repeated.
    finalize: ids.length + pending.length + unclosed.length + landed.length > 0,
    held,
    max_parallel: config.maxParallel,
    // As JSON even where it is one label: the workflow reads it with fromJSON.
    runs_on: JSON.stringify(config.runsOn),
    timeout_minutes: config.timeoutMinutes,
  }
}
