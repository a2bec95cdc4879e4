import type { Problem } from '@wavefront/errors'
import { maxTasks } from '../limits.ts'
import { type JsonTask, planSchema, planWords, taskSchema, taskWords } from './plan-schema.ts'
import { readFields, readList } from './read-fields.ts'
import type { JsonDocument } from './read-json.ts'
import { schemaProblems } from './schema-problems.ts'

/** What a file of our own format says, as far as it can be understood. */
export interface Written {
  readonly name?: string | undefined
  readonly title?: string | undefined
  readonly tasks: readonly Partial<JsonTask>[]
  readonly problems: readonly Problem[]
}

export function readWritten(document: JsonDocument): Written {
  const result = planSchema.safeParse(document.value)
  if (result.success) return { ...result.data, problems: [] }
  const wordsAt = (path: readonly PropertyKey[]) => (path.length === 0 ? planWords : taskWords)
  const { name, title } = readFields(planSchema, document.value)
  return {
    name,
    title,
    tasks: readList(document.value, 'tasks', maxTasks).map(readTask),
    problems: schemaProblems(document, result.error.issues, wordsAt),
  }
}

/** An id that is a number is a fault, but it is clear which task others mean by it. */
function readTask(value: unknown): Partial<JsonTask> {
  const id: unknown = Reflect.get(Object(value), 'id')
  return readFields(taskSchema, typeof id === 'number' ? { ...Object(value), id: `${id}` } : value)
}
