import { existsSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError, unwrap } from '@wavefront/errors'
import { type Checkout, openCheckout, readChanges } from '@wavefront/git'
import {
  agentEnvironment,
  type Hosting,
  openAgent,
  openChecks,
  openHosting,
  reviewOf,
} from '@wavefront/hosting'
import type { Runner } from '@wavefront/runner'
import { above, buildGraph, type Task } from '@wavefront/tasks'
import {
  type Agent,
  type Checks,
  type Executed,
  type ExecutePorts,
  executeTask,
  type StoredTasks,
  type TaskOrder,
  type TaskResult,
} from '@wavefront/wave'
import { guarded, withSecrets } from './guard.ts'
import { readInputs, type TaskInputs } from './inputs.ts'
import { openPublisher, remembering } from './publish.ts'
import { createRedactor, type Redactor } from './redactor.ts'
import { afterSetup } from './set-up.ts'
import { summarise } from './tell.ts'

/** One task: read it, prepare the checkout, let the agent work and the checks judge, give the one commit. */
export async function run(runner: Runner): Promise<void> {
  const inputs = readInputs(runner)
  const secrets = agentEnvironment(inputs.agent_env)
  for (const value of Object.values(secrets)) runner.mask(value)
  const hosting = await openHosting(runner, wishOf(inputs))
  const { config } = hosting
  const agent = openAgent(config, secrets)
  const order = await readOrder(runner, hosting, inputs)
  const checkout = await openCheckout(runner.context.workspace, hosting.mirror, inputs.base_sha)
  const opened = await checkout.open(inputs.base_sha)
  const logs = join(hosting.scratch, 'logs')
  await mkdir(logs)
  const checks = openChecks(config, { isSetUp: true })
  const redactor = createRedactor(Object.values(secrets))
  const guard = { repository: checkout.repository, base: inputs.base_sha, redactor, logs }
  const [workspace, commitAgain] = remembering(guarded(opened, guard))
  const publisher = await openPublisher({ hosting, checkout, inputs, commitAgain })
  const ports: ExecutePorts = {
    workspaces: { open: async () => workspace },
    branches: publisher,
    agent: told(runner, redactor, await afterSetup({ runner, config, opened, logs }, agent)),
    ...(checks && { checks: toldChecks(runner, redactor, checks) }),
    review: withSecrets(reviewOf(checkout.repository, config), guard),
    clock: () => new Date(),
    progress: (event) => {
      if (event.is === 'task-said') runner.foreign(event.line)
    },
    logFor: (name) => join(logs, `${name}.log`),
  }
  const executed = await executeIn(checkout, inputs, () => executeTask(ports, order)).finally(() =>
    redactor.folder(logs),
  )
  if (executed.is === 'interrupted') throw interrupted(inputs)
  const { result = executed.result, outputs } = publisher.published
  await tell({ runner, inputs, logs, checkout, outputs }, order, result)
}

/** Folded in the log, and without secrets in what is said of its end. */
function told({ group }: Runner, { end }: Redactor, agent: Agent): Agent {
  return { work: async (job) => end(await group('Agent', () => agent.work(job))) }
}

function toldChecks({ group }: Runner, { end }: Redactor, checks: Checks): Checks {
  return { run: async (place) => end(await group('Checks', () => checks.run(place))) }
}

/** Without a repository there is nothing to make a commit of. */
async function executeIn(
  { repository }: Checkout,
  { task_id: id }: TaskInputs,
  work: () => Promise<Executed>,
): Promise<Executed> {
  try {
    return await work()
  } catch (cause) {
    if (existsSync(join(repository.gitDir, 'HEAD'))) throw cause
    const what = `the agent has deleted the repository that it worked in, so ${id} has no result`
    const fix = 'tell the agent to leave `.git` alone; the task is tried again in the next wave'
    throw new UserError({ what, fix }, { cause })
  }
}

function wishOf(inputs: TaskInputs) {
  const { token, issue_number: issueNumber, branch, base, overrides, base_sha: only } = inputs
  const { agent, model, bd_version, checks, setup } = inputs
  const settings = { agent, model, bd_version, checks, setup }
  return { token, issueNumber, branch, base, overrides, settings, only }
}

async function readOrder(
  { signal }: Runner,
  { remote, config }: Hosting,
  inputs: TaskInputs,
): Promise<TaskOrder> {
  const { task_id: id, attempt, wave, base_sha: base, issue_number: issue } = inputs
  const stored = await remote.store.read()
  const graph = unwrap(buildGraph(stored.tasks))
  const task = graph.find(id)
  if (task === undefined) {
    throw new UserError({
      what: `there is no task ${id} in ${remote.storeAt}`,
      where: 'task_id',
      fix: 'give the ids of the matrix that get-ready-tasks made',
    })
  }
  refuseClosed(task)
  refuseOld(stored, inputs)
  const previous = stored.attempts.get(id)?.findLast(({ end }) => end !== 'landed')
  return {
    ...{ task, attempt, wave, base, signal, above: above(graph, task) },
    ...(previous === undefined ? {} : { previous }),
    ...(issue === undefined ? {} : { issue }),
    ...(config.checks === undefined ? {} : { checksLine: config.checks }),
    keepWorktrees: 'none',
    alwaysCommit: true,
  }
}

/** Somebody was faster: an agent would work for nothing. */
function refuseClosed({ id, state }: Task): void {
  if (state !== 'closed') return
  throw new UserError({
    what: `the task ${id} is closed in the store`,
    where: 'task_id',
    fix: `nothing to do if it is done; else open it again (\`bd reopen ${id}\`) and run the whole workflow again`,
  })
}

/** A job that is run again after its attempt was counted would work for nothing. */
function refuseOld({ attempts }: StoredTasks, { task_id: id, attempt }: TaskInputs): void {
  const last = Math.max(0, ...(attempts.get(id) ?? []).map((record) => record.attempt))
  if (attempt > last) return
  throw new UserError({
    what: `attempt ${attempt} at ${id} has been counted already`,
    where: 'attempt',
    fix: 'nothing to do if the next wave has begun, it tries again by itself; else run the whole workflow again, not only this job',
  })
}

interface Told {
  readonly runner: Runner
  readonly inputs: TaskInputs
  readonly logs: string
  readonly checkout: Checkout
  readonly outputs: Readonly<Record<string, string>>
}

async function tell(
  { runner, inputs, logs, checkout, outputs }: Told,
  { task }: TaskOrder,
  result: TaskResult,
): Promise<void> {
  const { commit, base, outcome, reason } = result
  const changes = commit ? await readChanges(checkout.repository, base, commit) : []
  runner.setOutputs({ outcome, logs, ...(commit && { commit_sha: commit }), ...outputs })
  runner.summary(summarise(task, result, changes))
  if (outcome === 'done') return
  throw new UserError({
    what: `${inputs.task_id} did not succeed (${outcome})${reason ? `: ${reason}` : ''}`,
    fix: 'nothing to do yet: its work is kept, and the next wave tries again with this failure in its prompt, as often as `max_attempts` says',
  })
}

function interrupted({ task_id: id }: TaskInputs): UserError {
  return new UserError({
    what: `${id} was cancelled, so it gives no result`,
    fix: 'run the workflow again: the attempt does not count',
  })
}
