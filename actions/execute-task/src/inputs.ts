import { placeInputs, settingInputs, storeInputs, waveInputs } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import { isTaskId } from '@wavefront/tasks'

export function readInputs(runner: Runner) {
  return runner.inputs({
    ...placeInputs,
    branch: { ...placeInputs.branch, required: true },
    ...settingInputs,
    ...storeInputs,
    task_id: {
      kind: 'text',
      required: true,
      is: isTaskId,
      write: 'a task id: letters, digits, `.`, `_` and `-`',
    },
    attempt: { kind: 'number', required: true, least: 1 },
    ...waveInputs,
    agent_env: { kind: 'secret' },
    checks: { kind: 'text' },
    setup: { kind: 'text' },
    publish: { kind: 'choice', choices: ['bundle', 'branch'], default: 'bundle' },
  })
}

export type TaskInputs = ReturnType<typeof readInputs>
