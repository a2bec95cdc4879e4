import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import type { z } from 'zod'
import { type Issue, type IssueLine, issueSchema } from './issue.ts'

const conflictMarker = /^(<{7}|={7}|>{7}|\|{7})( |$)/

type Line =
  | { readonly is: 'issue'; readonly issue: Issue }
  /** An empty line, or a record of another kind. */
  | { readonly is: 'skipped' }
  | { readonly is: 'broken'; readonly what: string; readonly fix: string }

/** The issues of a JSONL text, or every broken line at once. */
export function parseIssues(text: string, file: string): Parsed<IssueLine[]> {
  const issues: IssueLine[] = []
  const problems: Problem[] = []
  for (const [index, raw] of splitLines(text).entries()) {
    const line = parseLine(raw)
    if (line.is === 'issue') issues.push({ issue: line.issue, number: index + 1 })
    if (line.is === 'broken') {
      problems.push({ what: line.what, where: `${file}:${index + 1}`, fix: line.fix })
    }
  }
  return problems.length > 0 ? refused(problems) : parsed(issues)
}

export function splitLines(text: string): string[] {
  return text.replace(/^\uFEFF/, '').split(/\r?\n/)
}

function parseLine(raw: string): Line {
  if (raw.trim() === '') return { is: 'skipped' }
  if (conflictMarker.test(raw)) return unresolved
  const read = readJson(raw)
  if (!read.ok) return { is: 'broken', what: `not a JSON line: ${read.why}`, fix: repair }
  if (isOtherRecord(read.value)) return { is: 'skipped' }
  const result = issueSchema.safeParse(read.value)
  if (!result.success) return { is: 'broken', what: describe(result.error), fix: repair }
  return { is: 'issue', issue: result.data }
}

const repair =
  'repair the line so that it is one JSON object per issue, or restore the file from git'

const unresolved: Line = {
  is: 'broken',
  what: 'a merge conflict is not resolved',
  fix: 'keep the lines of both sides, one per issue, and delete the conflict markers',
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
