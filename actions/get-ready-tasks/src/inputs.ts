import { placeInputs, settingInputs, storeInputs } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'

export function readInputs(runner: Runner) {
  return runner.inputs({
    ...placeInputs,
    ...settingInputs,
    ...storeInputs,
    epic: { kind: 'text' },
    runs_on: { kind: 'json' },
    max_parallel: { kind: 'number', least: 1, most: 256 },
    max_tasks: { kind: 'number', least: 1, most: 256 },
  })
}

export type ReadyInputs = ReturnType<typeof readInputs>
