import { placeInputs, settingInputs, storeInputs } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import { isTaskId } from '@wavefront/tasks'
import { isCommitSha } from '@wavefront/wave'

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
    wave: { kind: 'number', required: true, least: 1 },
    base_sha: {
      kind: 'text',
      required: true,
      is: isCommitSha,
      write: "the output `base_sha` of get-ready-tasks, a commit's 40 digits",
    },
    agent_env: { kind: 'secret' },
    checks: { kind: 'text' },
    setup: { kind: 'text' },
    publish: { kind: 'choice', choices: ['bundle', 'branch'], default: 'bundle' },
  })
}

export type TaskInputs = ReturnType<typeof readInputs>
