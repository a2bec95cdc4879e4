import { placeInputs, storeInputs, waveInputs } from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import { isTaskId } from '@wavefront/tasks'
import { z } from 'zod'

const matrix = z.object({
  include: z.array(
    z.object({
      task_id: z.string().refine(isTaskId),
      attempt: z.coerce.number().int().min(1),
    }),
  ),
})

const wholeMatrix =
  'the output `matrix` of get-ready-tasks as it is, such as `{"include":[{"task_id":"a-1","attempt":1}]}`'

export function readInputs(runner: Runner) {
  return runner.inputs({
    ...placeInputs,
    branch: { ...placeInputs.branch, required: true },
    ...storeInputs,
    phase: { kind: 'choice', choices: ['all', 'integrate', 'land'], default: 'all' },
    app_token: { kind: 'secret' },
    matrix: { kind: 'json', schema: matrix, required: true, write: wholeMatrix },
    ...waveInputs,
    epic: { kind: 'text' },
    checks: { kind: 'text' },
    setup: { kind: 'text' },
    results: { kind: 'text' },
    integration: { kind: 'text' },
  })
}

export type MergeInputs = ReturnType<typeof readInputs>
