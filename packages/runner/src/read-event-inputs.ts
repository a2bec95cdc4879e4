import { readFileSync } from 'node:fs'
import { type Parsed, parsed, refused } from '@wavefront/errors'
import { z } from 'zod'

/** GitHub takes no more from whoever dispatches. */
const maxInputs = 25
const maxCharacters = 65_535

const event = z.object({ inputs: z.record(z.string(), z.unknown()).nullish() })

/** What came with the event, as texts. Other events than a dispatch have none. */
export function readEventInputs(
  path: string | undefined,
): Parsed<Readonly<Record<string, string>>> {
  if (path === undefined || path === '') return parsed({})
  const found = event.safeParse(readJson(path))
  if (!found.success) {
    const what = 'the event of this run is no JSON that can be read'
    return refused([{ what, where: path, fix: 'the runner writes it: run the job again' }])
  }
  const inputs = Object.entries(found.data.inputs ?? {}).flatMap(([name, value]) =>
    isScalar(value) ? [[name, String(value)] as const] : [],
  )
  const length = inputs.reduce((sum, [name, value]) => sum + name.length + value.length, 0)
  if (inputs.length <= maxInputs && length <= maxCharacters) {
    return parsed(Object.fromEntries(inputs))
  }
  const what = `the run was dispatched with ${inputs.length} inputs of ${length} characters`
  const fix = `send at most ${maxInputs} of ${maxCharacters} characters together`
  return refused([{ what, where: 'workflow_dispatch', fix }])
}

const place = z.object({ repository: z.object({ default_branch: z.string() }) })

/** The repository's default branch, where the event tells it. */
export function readDefaultBranch(path: string | undefined): string | undefined {
  const found = place.safeParse(path ? readJson(path) : undefined)
  return found.success ? found.data.repository.default_branch : undefined
}

function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
}

function readJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
