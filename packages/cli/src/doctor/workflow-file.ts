import { type Parsed, parsed, refused } from '@wavefront/errors'
import { LineCounter, parseDocument } from 'yaml'
import { z } from 'zod'

const level = z.enum(['none', 'read', 'write'])
const permissions = z.union([z.enum(['read-all', 'write-all']), z.record(z.string(), level)])
export type PermissionsClause = z.infer<typeof permissions>

const scalars = z.record(z.string(), z.unknown()).transform((values) => {
  const texts = Object.entries(values).map(([name, value]) => [name, String(value ?? '')])
  return Object.fromEntries(texts) as Readonly<Record<string, string>>
})
const step = z.looseObject({ uses: z.string().optional(), with: scalars.optional() })
const job = z.looseObject({
  uses: z.string().optional(),
  with: scalars.optional(),
  secrets: z.union([z.literal('inherit'), scalars]).optional(),
  permissions: permissions.optional(),
  concurrency: z.unknown().optional(),
  steps: z.array(step).optional(),
})
const declared = z.record(z.string(), z.unknown()).nullish()
const trigger = z.looseObject({ inputs: declared, secrets: declared }).nullish()
const workflow = z.looseObject({
  on: z.unknown(),
  permissions: permissions.optional(),
  concurrency: z.unknown().optional(),
  jobs: z.record(z.string(), job),
})

export type WorkflowJob = z.infer<typeof job> & { readonly id: string }

/** As much of a workflow as says how it is started and what it may do. */
export interface WorkflowFile {
  readonly dispatch: Trigger | undefined
  readonly call: Trigger | undefined
  readonly permissions: PermissionsClause | undefined
  readonly hasConcurrency: boolean
  readonly jobs: readonly WorkflowJob[]
  /** The names behind `inputs.` and `secrets.` in its expressions. */
  readonly used: { readonly inputs: readonly string[]; readonly secrets: readonly string[] }
}

export interface Trigger {
  readonly inputs: readonly string[]
  readonly secrets: readonly string[]
}

export function parseWorkflow(path: string, text: string): Parsed<WorkflowFile> {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const [fault] = document.errors
  if (fault) {
    const where = `${path}:${lines.linePos(fault.pos[0]).line}`
    return refused([{ what: fault.message, where, fix: 'mend the YAML' }])
  }
  try {
    return toWorkflow(path, document.toJS({ maxAliasCount: 100 }))
  } catch (error) {
    return refused([{ what: String(error), where: path, fix: 'write the values out' }])
  }
}

function toWorkflow(path: string, value: unknown): Parsed<WorkflowFile> {
  const read = workflow.safeParse(value)
  if (!read.success) {
    const [issue] = read.error.issues
    const what = `"${issue?.path.join('.') || 'the file'}" is not what a workflow has there`
    return refused([{ what, where: path, fix: 'write it as GitHub documents it' }])
  }
  const { on, permissions: granted, concurrency, jobs } = read.data
  return parsed({
    dispatch: triggerOf(on, 'workflow_dispatch'),
    call: triggerOf(on, 'workflow_call'),
    permissions: granted,
    hasConcurrency: concurrency !== undefined,
    jobs: Object.entries(jobs).map(([id, each]) => ({ ...each, id })),
    used: { inputs: namesBehind('inputs', value), secrets: namesBehind('secrets', value) },
  })
}

/** `on` is a word, a list of words or a mapping. */
function triggerOf(on: unknown, name: string): Trigger | undefined {
  const nothing: Trigger = { inputs: [], secrets: [] }
  if (typeof on === 'string' || Array.isArray(on)) {
    return [on].flat().includes(name) ? nothing : undefined
  }
  if (typeof on !== 'object' || on === null || !Object.hasOwn(on, name)) return undefined
  const found = trigger.safeParse(Reflect.get(on, name)).data
  return {
    inputs: Object.keys(found?.inputs ?? {}),
    secrets: Object.keys(found?.secrets ?? {}),
  }
}

function namesBehind(context: string, value: unknown): string[] {
  const names = new Set<string>()
  for (const text of textsIn(value)) {
    for (const [expression] of text.matchAll(/\$\{\{.*?\}\}/gs)) {
      const found = expression.matchAll(new RegExp(`\\b${context}\\.([A-Za-z_][\\w-]*)`, 'g'))
      for (const [, name = ''] of found) names.add(name)
    }
  }
  return [...names]
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  if (typeof value !== 'object' || value === null) return []
  return Object.values(value).flatMap(textsIn)
}
