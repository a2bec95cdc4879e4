import type { RepositoryState, UserState } from '../state.ts'
import { fullName } from '../tokens.ts'
import type { PlannedRun } from './plan-dispatch.ts'
import { createRunQueue, type RunGroup } from './run-queue.ts'
import type { Conclusion, JobReport, RunState } from './run-state.ts'
import { fillIn, groupOf } from './workflow-file.ts'

export interface Runs {
  /** All of them, oldest first, in all repositories. */
  readonly all: readonly RunState[]
  /** Starts the run that has waited longest and may start; nothing when none may. */
  next(): RunState | undefined
  find(id: number): RunState
  /** What `GET …/jobs` answers from now on; for a run that is still going. */
  reportJobs(id: number, jobs: readonly JobReport[]): void
  finish(id: number, conclusion: Conclusion, jobs?: readonly JobReport[]): void
  cancel(id: number): void
  /** Puts a finished run back in the queue, as "Re-run all jobs" does. */
  rerun(id: number): void
}

export interface RunsOfRepositories extends Runs {
  add(repository: RepositoryState, planned: PlannedRun, by: RunMaker): RunState
}

export interface RunMaker {
  readonly actor: UserState
  readonly event: string
  /** Instead of what the workflow itself says at its top. */
  readonly group?: RunGroup | undefined
}

export interface RunsOptions {
  readonly now: () => Date
  readonly newId: () => number
  readonly groupOf: (run: Omit<RunState, 'group'>) => RunGroup | undefined
  /** Somebody or something has cancelled a run that was going. */
  readonly onCancel: (run: RunState) => void
}

export function createRuns({
  now,
  newId,
  groupOf: groupOfCalled,
  onCancel,
}: RunsOptions): RunsOfRepositories {
  const queue = createRunQueue()
  const homes = new Map<RunState, RepositoryState>()
  const find = (id: number): RunState => {
    const run = [...homes.keys()].find((known) => known.id === id)
    if (run === undefined) throw new Error(`there is no run ${id}`)
    return run
  }
  const settlePlaces = () => {
    for (const run of homes.keys()) {
      const place = queue.place(run.id)
      if (place !== undefined) run.status = place === 'running' ? 'in_progress' : place
    }
  }
  const end = (run: RunState, conclusion: Conclusion) => {
    Object.assign(run, { status: 'completed', conclusion, updatedAt: now() })
    queue.finish(run.id)
    settlePlaces()
  }
  const cancel = (id: number) => {
    const run = find(id)
    const wasGoing = run.status === 'in_progress'
    end(run, 'cancelled')
    if (wasGoing) onCancel(run)
  }
  const enqueue = (run: RunState) => {
    for (const id of queue.add({ id: run.id, group: inRepository(run) }).cancelled) cancel(id)
    settlePlaces()
  }
  const reportJobs = (id: number, reports: readonly JobReport[]) => {
    const run = find(id)
    const { jobs = [] } = homes.get(run) ?? {}
    const kept = jobs.filter((job) => job.runId !== id || job.runAttempt !== run.runAttempt)
    const told = reports.map((report) => ({ id: newId(), runId: id, ...jobOf(run, report, now()) }))
    jobs.splice(0, jobs.length, ...kept, ...told)
  }

  return {
    get all() {
      return [...homes.keys()]
    },
    find,
    reportJobs,
    cancel,
    next: () => {
      const id = queue.next()
      if (id === undefined) return undefined
      const run = find(id)
      Object.assign(run, { status: 'in_progress', startedAt: now(), updatedAt: now() })
      return run
    },
    finish: (id, conclusion, jobs) => {
      if (jobs !== undefined) reportJobs(id, jobs)
      const run = find(id)
      if (run.status !== 'completed') end(run, conclusion)
    },
    rerun: (id) => {
      const run = find(id)
      if (run.status !== 'completed') throw new Error(`run ${id} has not ended`)
      run.runAttempt++
      run.conclusion = null
      enqueue(run)
    },
    add: (repository, planned, by) => {
      const made = newRun(repository, planned, by, { id: newId(), at: now() })
      const run = { ...made, group: made.group ?? groupOfCalled(made) }
      homes.set(run, repository)
      repository.runs.push(run)
      enqueue(run)
      return run
    },
  }
}

/** Groups of different repositories have nothing to do with each other. */
function inRepository({ repository, group }: RunState): RunGroup | undefined {
  return group && { ...group, name: `${repository}/${group.name}` }
}

function newRun(
  repository: RepositoryState,
  { workflow, file, ref, headSha, inputs }: PlannedRun,
  { actor, event, group }: RunMaker,
  { id, at }: { readonly id: number; readonly at: Date },
): RunState {
  const name = fullName(repository)
  const runNumber =
    repository.runs.filter(({ workflowId }) => workflowId === workflow.id).length + 1
  const github = {
    ref: `refs/heads/${ref}`,
    ref_name: ref,
    repository: name,
    workflow: file.name ?? workflow.path,
    run_id: String(id),
    event_name: event,
    actor: actor.login,
    event: { inputs },
  }
  return {
    id,
    runNumber,
    runAttempt: 1,
    repository: name,
    workflowId: workflow.id,
    path: workflow.path,
    title: fillIn(file.runName ?? github.workflow, { github, inputs }),
    event,
    ref,
    headSha,
    inputs,
    actor,
    group: group ?? groupOf(file.concurrency, { github, inputs }),
    status: 'queued',
    conclusion: null,
    createdAt: at,
    startedAt: at,
    updatedAt: at,
  }
}

function jobOf({ runAttempt }: RunState, report: JobReport, now: Date) {
  const { name, conclusion, startedAt = now } = report
  const status = report.status ?? (conclusion === undefined ? 'in_progress' : 'completed')
  const completedAt = status === 'completed' ? (report.completedAt ?? now) : null
  return { name, status, conclusion: conclusion ?? null, startedAt, completedAt, runAttempt }
}
