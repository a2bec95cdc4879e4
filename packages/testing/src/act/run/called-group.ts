import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runGit } from '../../git/run-git.ts'
import type { RunGroup, RunState } from '../../github/index.ts'
import type { ActWorldOptions } from '../act-world.ts'
import { interpolate } from '../expressions/evaluate.ts'
import { planJobs } from '../workflow/plan-jobs.ts'
import { parseWorkflow } from '../workflow/workflow.ts'
import { contextsOf } from './prepare-run.ts'

/** The group at the top of the suite's workflow that a run calls; its names are those of the caller's run. */
export function calledGroup(options: ActWorldOptions, run: RunState): RunGroup | undefined {
  const { git } = options.github.repository(run.repository)
  const read = (path: string) =>
    runGit(['cat-file', 'blob', `${run.headSha}:${path}`], { cwd: git })
  const contexts = contextsOf(run)
  const { suite } = options
  const { calls } = planJobs(parseWorkflow(read(run.path)), {
    contexts,
    granted: {},
    read: (uses) => {
      const own = /^(?:\.|\$)\/(.+)$/.exec(uses)?.[1]
      if (own !== undefined) return parseWorkflow(read(own))
      const path = uses.slice(suite.repository.length + 1, -(suite.ref.length + 1))
      return parseWorkflow(readFileSync(join(suite.path, path), 'utf8'))
    },
  })
  const call = calls.find(({ workflow }) => workflow.concurrency !== undefined)
  const wish = call?.workflow.concurrency
  if (call === undefined || wish === undefined) return undefined
  const seen = { ...contexts, inputs: call.inputs }
  const cancels = interpolate(String(wish['cancel-in-progress'] ?? false), seen)
  return {
    name: `${run.repository}/${interpolate(wish.group, seen)}`,
    cancelInProgress: cancels === 'true',
    queue: wish.queue ?? 'single',
  }
}
