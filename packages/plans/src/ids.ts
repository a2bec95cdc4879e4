import type { Problem } from '@wavefront/errors'
import { parseTaskId, type TaskId } from '@wavefront/tasks'

/** Checks ids as they are read and collects what is wrong with them, each with its place. */
export class IdReader {
  readonly problems: Problem[] = []
  readonly #refused = new Set<string>()

  /** The id as it is; when it is not safe, the plan is refused at the end, so that all are reported. */
  read(text: string, where: string): TaskId {
    const id = parseTaskId(text)
    if (id.ok) return id.value
    const isKnown = this.#refused.has(`${where} ${text}`)
    if (!isKnown) this.problems.push(...id.problems.map((problem) => ({ ...problem, where })))
    this.#refused.add(`${where} ${text}`)
    return text as TaskId
  }
}
