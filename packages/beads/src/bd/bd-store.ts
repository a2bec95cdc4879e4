import { UserError, unwrap } from '@wavefront/errors'
import type { Task, TaskId } from '@wavefront/tasks'
import type { StoreChanges, StoredTasks, TaskStore } from '@wavefront/wave'
import type { Issue, IssueLine } from '../issues/issue.ts'
import { newIssue } from '../issues/new-issue.ts'
import { parseIssues } from '../issues/parse-issues.ts'
import { insistOn, refuseFaulty, refuseUnknown, remaining } from '../issues/requests.ts'
import { type Revision, revise } from '../issues/revision.ts'
import { toTasks } from '../issues/to-tasks.ts'
import { isObject } from './answer.ts'
import type { Bd } from './bd.ts'
import type { Flavour } from './flavour.ts'

export interface BdStoreOptions {
  readonly bd: Bd
  readonly flavour: Flavour
  /** What errors call the store: `bd 1.3.0`. */
  readonly name: string
  readonly clock: () => Date
}

/** A store behind a `bd`. Readiness is still ours: one export holds all that it needs. */
export class BdStore implements TaskStore {
  readonly #options: BdStoreOptions

  constructor(options: BdStoreOptions) {
    this.#options = options
  }

  async read(): Promise<StoredTasks> {
    return this.#toTasks(await this.#export())
  }

  async apply(changes: StoreChanges): Promise<void> {
    if (changes.close.length + changes.record.length === 0) return
    const { flavour, name } = this.#options
    const lines = await this.#export()
    const stored = this.#toTasks(lines)
    refuseUnknown(changes, stored, name)
    const { close, record } = remaining(changes, stored)
    if (close.length + record.length === 0) return
    const issues = issuesById(lines)
    for (const [id, attempts] of byTask(record)) {
      await flavour.record(id, attempts, issues.get(id)?.notes ?? '')
    }
    if (close.length > 0) await flavour.close(close)
    await flavour.finish()
    insistOn(changes, await this.read(), name)
  }

  async add(tasks: readonly Task[]): Promise<void> {
    const { flavour, clock, name } = this.#options
    const writing = { dialect: flavour.dialect, now: clock() }
    const lines = await this.#export()
    refuseFaulty(tasks, this.#toTasks(lines))
    const issues = issuesById(lines)
    const fresh = tasks.filter((task) => !issues.has(task.id))
    const revisions = tasks.flatMap((task) => {
      const issue = issues.get(task.id)
      const revision = issue && issue.status !== 'closed' && revise(issue, task, writing)
      return revision ? [{ task, issue, revision }] : []
    })
    if (fresh.length + revisions.length === 0) return
    if (fresh.length > 0)
      await flavour.import(toJsonl(fresh.map((task) => newIssue(task, writing))))
    for (const one of revisions) await this.#revise(one)
    await flavour.finish()
    const now = issuesById(await this.#export())
    refuseMissing(
      tasks.filter((task) => !now.has(task.id)),
      name,
    )
  }

  async #revise({ task, issue, revision }: { task: Task; issue: Issue; revision: Revision }) {
    const { bd, flavour } = this.#options
    const flags = Object.entries(revision.fields).map(
      ([field, value]) => `${flagOf(field)}=${value}`,
    )
    if (flags.length > 0) await bd.run(['update', task.id, ...flags, '--json'])
    if (revision.files) {
      const metadata = isObject(issue.metadata) ? issue.metadata : {}
      await flavour.setFiles(task.id, { ...metadata, files: revision.files })
    }
    for (const edge of revision.dropEdges) {
      await bd.run(['dep', 'remove', task.id, edge.depends_on_id, '--json'])
    }
    for (const edge of revision.addEdges) {
      await bd.run(['dep', 'add', task.id, edge.depends_on_id, `--type=${edge.type}`, '--json'])
    }
    if (revision.closes) await flavour.close([{ id: task.id, reason: task.why ?? 'Closed' }])
  }

  async #export(): Promise<readonly IssueLine[]> {
    const { flavour, name } = this.#options
    return unwrap(parseIssues(await flavour.export(), `${name} export`))
  }

  #toTasks(lines: readonly IssueLine[]): StoredTasks {
    const { flavour, clock } = this.#options
    return unwrap(toTasks(lines, { dialect: flavour.dialect, now: clock() }))
  }
}

function byTask(record: StoreChanges['record']) {
  const attempts = new Map<TaskId, StoreChanges['record'][number]['attempt'][]>()
  for (const { id, attempt } of record) attempts.set(id, [...(attempts.get(id) ?? []), attempt])
  return attempts
}

function issuesById(lines: readonly IssueLine[]): ReadonlyMap<string, Issue> {
  return new Map(lines.map(({ issue }) => [issue.id, issue]))
}

function toJsonl(issues: readonly object[]): string {
  return issues.map((issue) => `${JSON.stringify(issue)}\n`).join('')
}

function flagOf(field: string): string {
  const flag = flags.get(field)
  if (!flag) throw new TypeError(`bd update has no flag for ${field}`)
  return flag
}

const flags = new Map([
  ['title', '--title'],
  ['description', '--description'],
  ['design', '--design'],
  ['acceptance_criteria', '--acceptance'],
  ['notes', '--notes'],
  ['status', '--status'],
  ['priority', '--priority'],
  ['estimated_minutes', '--estimate'],
])

function refuseMissing(tasks: readonly Task[], where: string): void {
  if (tasks.length === 0) return
  const fix = 'run again; if it happens twice, add the task by hand with `bd create`'
  throw new UserError(
    tasks.map(({ id }) => ({ what: `task "${id}" was added, but is not there`, where, fix })),
  )
}
