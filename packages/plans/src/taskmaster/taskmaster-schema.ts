import { z } from 'zod'
import { readFields, readList } from '../json/read-fields.ts'
import type { FieldWords } from '../json/schema-problems.ts'
import { maxTasks, maxText } from '../limits.ts'
import { statuses } from './status.ts'

export const entryWords = {
  id: 'a number, or an id in quotes',
  title: 'what is to be done, as a text',
  description: `a text of at most ${maxText} characters`,
  details: `a text of at most ${maxText} characters`,
  testStrategy: `a text of at most ${maxText} characters`,
  status: `one of ${statuses.join(', ')}`,
  priority: 'one of critical, high, medium, low',
  dependencies: 'a list of ids',
  subtasks: `a list of at most ${maxTasks} tasks, each an object with an "id" and a "title"`,
  tasks: `a list of 1 to ${maxTasks} tasks, each an object with an "id" and a "title"`,
} satisfies FieldWords

const text = z.string().max(maxText).nullish()
const id = z.union([z.number(), z.string().min(1)])

/** TaskMaster adds fields with every release, so what we do not know is let pass. */
const entrySchema = z.object({
  id,
  title: z.string().regex(/\S/).max(maxText),
  description: text,
  details: text,
  testStrategy: text,
  status: z.enum(statuses).nullish(),
  priority: z.enum(['critical', 'high', 'medium', 'low']).nullish(),
  dependencies: z.array(id).max(maxTasks).nullish(),
  get subtasks() {
    return z.array(entrySchema).max(maxTasks).nullish()
  },
})

export const entriesSchema = z.array(entrySchema).min(1).max(maxTasks)

type Entry = z.infer<typeof entrySchema>

/** An entry as far as it could be read. */
export type ReadEntry = Partial<Omit<Entry, 'subtasks'>> & {
  readonly subtasks?: readonly ReadEntry[] | null | undefined
}

/** Of an entry that is not as it should be, what is. */
export function readEntry(value: unknown): ReadEntry {
  const subtasks = readList(value, 'subtasks', maxTasks).map(readEntry)
  return { ...readFields(entrySchema, value), subtasks }
}
