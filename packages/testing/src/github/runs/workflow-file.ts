import { parse } from 'yaml'
import type { RunGroup } from './run-queue.ts'

export interface DispatchInput {
  readonly type: string
  readonly isRequired: boolean
  readonly fallback: string | undefined
  readonly options: readonly string[]
}

export interface WorkflowFile {
  readonly name: string | undefined
  /** What its runs are called. */
  readonly runName: string | undefined
  /** Nothing where the workflow cannot be dispatched. */
  readonly inputs: ReadonlyMap<string, DispatchInput> | undefined
  readonly concurrency: unknown
}

type Mapping = Readonly<Record<string, unknown>>

export function parseWorkflowFile(text: string): WorkflowFile {
  const file = mapping(parse(text))
  return {
    name: typeof file.name === 'string' ? file.name : undefined,
    runName: typeof file['run-name'] === 'string' ? file['run-name'] : undefined,
    inputs: parseInputs(file.on),
    concurrency: file.concurrency,
  }
}

/** `on` is a word, a list of words or a mapping. */
function parseInputs(on: unknown): ReadonlyMap<string, DispatchInput> | undefined {
  if (typeof on === 'string' || Array.isArray(on))
    return [on].flat().includes('workflow_dispatch') ? new Map() : undefined
  const events = mapping(on)
  if (!('workflow_dispatch' in events)) return undefined
  const inputs = mapping(mapping(events.workflow_dispatch).inputs)
  return new Map(Object.entries(inputs).map(([name, input]) => [name, parseInput(mapping(input))]))
}

function parseInput(input: Mapping): DispatchInput {
  return {
    type: String(input.type ?? 'string'),
    isRequired: input.required === true,
    fallback: input.default === undefined ? undefined : String(input.default),
    options: Array.isArray(input.options) ? input.options.map(String) : [],
  }
}

/** The run's group, where the workflow itself has one. */
export function groupOf(concurrency: unknown, context: Mapping): RunGroup | undefined {
  if (concurrency === undefined || concurrency === null) return undefined
  const wish = typeof concurrency === 'string' ? { group: concurrency } : mapping(concurrency)
  const cancels = fillIn(String(wish['cancel-in-progress'] ?? 'false'), context)
  return {
    name: fillIn(String(wish.group ?? ''), context),
    cancelInProgress: cancels === 'true',
    queue: wish.queue === 'max' ? 'max' : 'single',
  }
}

/** As much of the expression language as names of groups and runs need: contexts, texts and `||`. */
export function fillIn(text: string, context: Mapping): string {
  return text.replace(/\$\{\{(.*?)\}\}/gs, (_, expression: string) => {
    const terms = expression.split('||').map((term) => termValue(term.trim(), context))
    return String(terms.find((term) => term !== '' && term !== false) ?? '')
  })
}

function termValue(term: string, context: Mapping): unknown {
  const literal = /^'((?:[^']|'')*)'$/.exec(term)?.[1]
  if (literal !== undefined) return literal.replaceAll("''", "'")
  if (term === 'true' || term === 'false') return term === 'true'
  if (!/^[\w-]+(\.[\w-]+)+$/.test(term))
    throw new Error(`the fake GitHub cannot evaluate "${term}" in a name`)
  return term.split('.').reduce<unknown>((node, key) => mapping(node)[key], context) ?? ''
}

function mapping(value: unknown): Mapping {
  return value !== null && typeof value === 'object' && !Array.isArray(value) ? { ...value } : {}
}
