import { z } from 'zod'
import { declaredPath, declaredPathWords, isDeclaredPath } from '../declared-path.ts'
import { maxTasks, maxText } from '../limits.ts'
import { maxSlug, slugPattern } from '../slug.ts'
import { maxTitle } from '../texts.ts'
import type { FieldWords } from './schema-problems.ts'

const textWords = `as a text of at most ${maxText} characters`

export const planWords = {
  $schema: 'the address of the JSON Schema, as a text',
  name: 'a name of at most 32 lower case letters, digits and single dashes, beginning with a letter',
  title: `what the whole plan is for, in at most ${maxTitle} characters`,
  tasks: `a list of 1 to ${maxTasks} tasks, each an object with an "id" and a "title"`,
} satisfies FieldWords

export const taskWords = {
  id: 'an id that is unique in the plan, such as "login-form" or "1.2"',
  title: `what is to be done, in at most ${maxTitle} characters`,
  description: `what is wanted and why, ${textWords}`,
  details: `how it may be done, ${textWords}`,
  acceptance: `how to tell that it is done, ${textWords}`,
  notes: `what else helps, ${textWords}`,
  depends_on: 'a list of the ids of the tasks that must be finished before',
  files: `a list of at most 1000 files that the task will touch, each ${declaredPathWords}`,
  priority: 'a whole number from 0 (most urgent) to 4; 2 if left out',
  minutes: 'the expected minutes, as a number above 0',
  parent: 'the id of the task or epic that it belongs to',
  kind: '"task", or "epic" for one that only groups others; what is a parent is an epic if left out',
  done: 'true for what is finished already, or false',
} satisfies FieldWords

const title = z.string().regex(/\S/).max(maxTitle)
const text = z.string().max(maxText)
/** The pattern is for editors and agents: the parser itself says more about an id that is not safe. */
const id = z.string().meta({ pattern: '^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$' })
const path = z.string().regex(declaredPath, { abort: true }).refine(isDeclaredPath)

export const taskSchema = z.strictObject({
  id: id.describe(taskWords.id),
  title: title.describe(taskWords.title),
  description: text.describe(taskWords.description).optional(),
  details: text.describe(taskWords.details).optional(),
  acceptance: text.describe(taskWords.acceptance).optional(),
  notes: text.describe(taskWords.notes).optional(),
  depends_on: z.array(id).max(maxTasks).describe(taskWords.depends_on).optional(),
  files: z.array(path).max(1000).describe(taskWords.files).optional(),
  priority: z.int().min(0).max(4).describe(taskWords.priority).optional(),
  minutes: z.number().positive().describe(taskWords.minutes).optional(),
  parent: id.describe(taskWords.parent).optional(),
  kind: z.enum(['task', 'epic']).describe(taskWords.kind).optional(),
  done: z.boolean().describe(taskWords.done).optional(),
})

export const planSchema = z.strictObject({
  $schema: z.string().describe(planWords.$schema).optional(),
  name: z.string().max(maxSlug).regex(slugPattern).describe(planWords.name).optional(),
  title: title.describe(planWords.title),
  tasks: z.array(taskSchema).min(1).max(maxTasks).describe(planWords.tasks),
})

export type JsonTask = z.infer<typeof taskSchema>

/** The schema that docs/plan.schema.json publishes, for editors and for agents. */
export function planJsonSchema(): Record<string, unknown> {
  const { $schema, ...schema } = z.toJSONSchema(planSchema, {
    io: 'input',
    target: 'draft-2020-12',
  })
  return { $schema, title: 'A plan: tasks and what they depend on', ...schema }
}
