import { addPath, endGroup, notice, startGroup, warning } from '@actions/core'
import { unwrap } from '@wavefront/errors'
import { disarm, disarmOwn, disarmTitle } from './disarm.ts'
import type { InputSpec, Inputs } from './inputs/input-spec.ts'
import { readInputs } from './inputs/read-inputs.ts'
import { createMasks } from './masks.ts'
import { createOutputs, type OutputValue } from './outputs.ts'
import { type RunContext, readContext } from './read-context.ts'
import { createSummary } from './summary.ts'

/** What an action asks of the machine that runs it. */
export interface Runner {
  readonly context: RunContext
  /** Aborted when the job is cancelled or its time is over; GitHub then waits some ten seconds. */
  readonly signal: AbortSignal
  /** Read once. `renamed` has the names of earlier versions, old to new. */
  inputs<const Spec extends InputSpec>(
    spec: Spec,
    renamed?: Readonly<Record<string, string>>,
  ): Inputs<Spec>
  setOutputs(values: Readonly<Record<string, OutputValue>>): void
  /** Added below what the step's summary has already. */
  summary(markdown: string): void
  /** Folded in the log. Groups in groups are not known to GitHub. */
  group<T>(name: string, work: () => Promise<T>): Promise<T>
  info(message: string): void
  notice(message: string): void
  warning(message: string): void
  /** Output of an agent, a check, anybody: no line of it can be a workflow command. */
  foreign(text: string): void
  mask(value: string): void
  /** For this step and those after it. */
  addPath(folder: string): void
}

export function createRunner(env: NodeJS.ProcessEnv, signal: AbortSignal): Runner {
  const masks = createMasks()
  const warn = (message: string) => warning(disarmOwn(message))
  return {
    context: unwrap(readContext(env)),
    signal,
    inputs: (spec, renamed = {}) => unwrap(readInputs(spec, { env, renamed, mask: masks.add })),
    setOutputs: createOutputs(masks, warn),
    summary: createSummary(env.GITHUB_STEP_SUMMARY).append,
    async group(name, work) {
      startGroup(disarmTitle(name))
      try {
        return await work()
      } finally {
        endGroup()
      }
    },
    info: (message) => console.log(disarmOwn(message)),
    notice: (message) => notice(disarmOwn(message)),
    warning: warn,
    foreign: (text) => console.log(disarm(text)),
    mask: masks.add,
    addPath,
  }
}
