import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import type { z } from 'zod'
import { type IssueLine, issueSchema } from './issue.ts'

const conflictMarker = /^(<{7}|={7}|>{7}|\|{7})( |$)/

type Line =
  | { readonly is: 'issue'; readonly line: IssueLine }
  /** An empty line, or a record of another kind. */
  | { readonly is: 'skipped' }
  | { readonly is: 'broken'; readonly problem: Problem }

/** The issues of a JSONL text, or every broken line at once. */
export function parseIssues(text: string, file: string): Parsed<IssueLine[]> {
  const issues: IssueLine[] = []
  const problems: Problem[] = []
  for (const [index, raw] of splitLines(text).entries()) {
    const line = parseLine(raw, { file, number: index + 1 })
    if (line.is === 'issue') issues.push(line.line)
    if (line.is === 'broken') problems.push(line.problem)
  }
  return problems.length > 0 ? refused(problems) : parsed(issues)
}

export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/)
}

function parseLine(raw: string, place: { file: string; number: number }): Line {
  if (raw.trim() === '') return { is: 'skipped' }
  const where = `${place.file}:${place.number}`
  if (conflictMarker.test(raw)) return broken(unresolved(where))
  const read = readJson(raw)
  if (!read.ok) return broken({ what: `not a JSON line: ${read.why}`, where, fix: repair })
  if (isOtherRecord(read.value)) return { is: 'skipped' }
  const result = issueSchema.safeParse(read.value)
  if (!result.success) return broken({ what: describe(result.error), where, fix: repair })
  return { is: 'issue', line: { issue: result.data, number: place.number } }
}

const repair =
  'repair the line so that it is one JSON object per issue, or restore the file from git'

function unresolved(where: string): Problem {
  return {
    what: 'a merge conflict is not resolved',
    where,
    fix: 'keep the lines of both sides, one per issue, and delete the conflict markers',
  }
}

function broken(problem: Problem): Line {
  return { is: 'broken', problem }
}

function readJson(text: string): { ok: true; value: unknown } | { ok: false; why: string } {
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    return { ok: false, why: (error as Error).message }
  }
}

/** Bd exports memories and the like between the issues, marked by `_type`. */
function isOtherRecord(value: unknown): boolean {
  if (typeof value !== 'object' || value === null || !('_type' in value)) return false
  return value._type !== 'issue'
}

function describe(error: z.ZodError): string {
  const [issue] = error.issues
  const field = issue?.path.join('.') ?? ''
  return field ? `the field "${field}" is wrong: ${issue?.message}` : 'not an issue'
}
