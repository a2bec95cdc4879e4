import { mkdir } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { unwrap } from '@wavefront/errors'
import { withLock } from '@wavefront/locks'
import type { Task } from '@wavefront/tasks'
import type { StoreChanges, StoredTasks, TaskStore } from '@wavefront/wave'
import type { Dialect } from '../issues/dialect.ts'
import { type IssueLine, isLeft, isTombstone } from '../issues/issue.ts'
import { newIssue, type Writing } from '../issues/new-issue.ts'
import { insistOn, refuseFaulty, refuseUnknown, remaining } from '../issues/requests.ts'
import { revise } from '../issues/revision.ts'
import { toTasks } from '../issues/to-tasks.ts'
import type { Disk } from './disk.ts'
import { type Edit, editLine } from './edit-line.ts'
import { type IssuesFile, readIssuesFile } from './issues-file.ts'
import { closingEdits, recordingEdits, revisingEdits } from './line-edits.ts'
import { replaceFile } from './replace-file.ts'
import { groupById, type SameId, type WritableLine } from './same-id.ts'
import { TextLines } from './text-lines.ts'

export interface EmbeddedOptions {
  readonly path: string
  /** What errors and sources call the file: `.beads/issues.jsonl`. */
  readonly name: string
  readonly dialect: Dialect
  readonly clock: () => Date
  readonly disk: Disk
  readonly lockWaitMs: number
  /** Begin with an empty store where there is no file. */
  readonly create: boolean
}

/** A Beads JSONL file, read and written without bd. */
export class EmbeddedStore implements TaskStore {
  readonly #options: EmbeddedOptions

  constructor(options: EmbeddedOptions) {
    this.#options = options
  }

  async read(): Promise<StoredTasks> {
    return this.#toTasks((await this.#readFile()).lines)
  }

  async apply(changes: StoreChanges): Promise<void> {
    const { name, dialect } = this.#options
    await this.#rewrite((file) => {
      const stored = this.#toTasks(file.lines)
      refuseUnknown(changes, stored, name)
      return applyToText(file, { changes: remaining(changes, stored), ...this.#writing(dialect) })
    })
    if (changes.close.length + changes.record.length > 0) insistOn(changes, await this.read(), name)
  }

  async add(tasks: readonly Task[]): Promise<void> {
    const { dialect } = this.#options
    await this.#rewrite((file) => {
      refuseFaulty(tasks, this.#toTasks(file.lines))
      return addToText(file, { tasks, ...this.#writing(dialect) })
    })
  }

  #writing(dialect: Dialect) {
    return { dialect, now: this.#options.clock() }
  }

  /** Reads inside the lock, so that whatever others have written meanwhile is kept. */
  async #rewrite(change: (file: IssuesFile) => string): Promise<void> {
    const { path, disk, lockWaitMs, create } = this.#options
    if (create) await mkdir(dirname(path), { recursive: true })
    else await this.#readFile()
    const lock = join(dirname(path), '.wavefront.lock')
    const options = { waitMs: lockWaitMs, busy: 'the task store is being written', fix: 'wait' }
    await withLock(lock, options, async () => {
      const file = await this.#readFile()
      const text = change(file)
      if (text !== file.text) await replaceFile(path, text, disk)
    })
  }

  async #readFile(): Promise<IssuesFile> {
    const { path, name, create } = this.#options
    return readIssuesFile(path, name, { orEmpty: create })
  }

  #toTasks(lines: readonly IssueLine[]): StoredTasks {
    const { dialect, clock, name } = this.#options
    const source = (line: IssueLine) => `${name}:${line.number}`
    return unwrap(toTasks(lines, { dialect, now: clock(), source }))
  }
}

interface Applying {
  readonly changes: StoreChanges
  readonly dialect: Dialect
  readonly now: Date
}

function applyToText(file: IssuesFile, { changes, ...writing }: Applying): string {
  const text = new TextLines(file.text)
  const byId = groupById(file.lines, writing)
  const edit = ({ number }: IssueLine, edits: (line: string) => Edit[]) =>
    text.set(number, editLine(text.get(number), edits(text.get(number))))
  for (const { id, attempt } of changes.record) {
    for (const line of linesOf(byId, id)) {
      if (!isTombstone(line.issue)) edit(line, (old) => recordingEdits(old, attempt, line.now))
    }
  }
  for (const { id, reason } of changes.close) {
    for (const line of linesOf(byId, id)) {
      if (isLeft(line.issue)) edit(line, () => closingEdits(reason, line.now))
    }
  }
  return text.toString()
}

interface Adding {
  readonly tasks: readonly Task[]
  readonly dialect: Dialect
  readonly now: Date
}

function addToText(file: IssuesFile, { tasks, ...writing }: Adding): string {
  const text = new TextLines(file.text)
  const byId = groupById(file.lines, writing)
  for (const task of tasks) {
    const same = byId.get(task.id)
    if (!same) text.append(JSON.stringify(newIssue(task, writing)))
    else if (isLeft(same.issue)) reviseLines(text, same.lines, { task, writing })
  }
  return text.toString()
}

function reviseLines(
  text: TextLines,
  lines: readonly WritableLine[],
  { task, writing }: { readonly task: Task; readonly writing: Writing },
): void {
  for (const { issue, number, now } of lines.filter((line) => isLeft(line.issue))) {
    const revision = revise(issue, task, writing)
    if (!revision) continue
    const edits = revisingEdits(text.get(number), revision, { task, now })
    text.set(number, editLine(text.get(number), edits))
  }
}

function linesOf(byId: ReadonlyMap<string, SameId>, id: string): readonly WritableLine[] {
  const same = byId.get(id)
  if (!same) throw new RangeError(`there is no line for ${id}`)
  return same.lines
}
