import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import { jsonFormat, looksLikeJson, markdownFormat } from './detect-format.ts'
import { type Draft, findProblems } from './draft.ts'
import { parseJsonPlan } from './json/parse-json-plan.ts'
import { readJson } from './json/read-json.ts'
import { maxFile } from './limits.ts'
import { readMarkdown } from './markdown/document.ts'
import { parseOpenSpec } from './markdown/parse-openspec.ts'
import { parseTaskList } from './markdown/parse-task-list.ts'
import type { Plan, PlanFile, PlanOptions } from './plan.ts'
import { parseTaskMaster } from './taskmaster/parse-taskmaster.ts'
import { quote } from './texts.ts'

/** A file of another kind has as many faults as lines. */
const maxProblems = 100

/** A plan from text in any of the four formats, or all that is wrong with it. */
export function parsePlan(file: PlanFile, options: PlanOptions = {}): Parsed<Plan> {
  const text = file.text.replace(/^\uFEFF/, '')
  const unreadable = findUnreadable(file.path, text)
  if (unreadable) return refused([unreadable])
  const isJson = options.format
    ? options.format === 'json' || options.format === 'taskmaster'
    : looksLikeJson(file.path, text)
  const draft = isJson
    ? readAsJson({ ...file, text }, options)
    : readAsMarkdown({ ...file, text }, options)
  if (!draft.ok) return draft
  const problems = findProblems(draft.value)
  return problems.length > 0 ? refused(firstOf(problems, file.path)) : parsed(draft.value.plan)
}

function readAsJson({ path, text, texts }: PlanFile, { format, tag }: PlanOptions): Parsed<Draft> {
  const document = readJson(path, text)
  if (!document.ok) return document
  if ((format ?? jsonFormat(document.value)) === 'taskmaster') {
    return parseTaskMaster(document.value, { tag, texts })
  }
  return tag === undefined ? parsed(parseJsonPlan(document.value)) : refused([noTags(path, tag)])
}

function readAsMarkdown({ path, text }: PlanFile, { format, tag }: PlanOptions): Parsed<Draft> {
  if (tag !== undefined) return refused([noTags(path, tag)])
  const document = readMarkdown(path, text)
  if (!document.ok) return document
  const isOpenSpec = (format ?? markdownFormat(document.value)) === 'openspec'
  return parsed(isOpenSpec ? parseOpenSpec(document.value) : parseTaskList(document.value))
}

function findUnreadable(path: string, text: string): Problem | undefined {
  const see = 'write a plan in one of the formats of docs/plans.md'
  if (text.trim() === '') return { what: 'the file is empty', where: path, fix: see }
  if (/\.jsonl$/i.test(path)) {
    return { what: 'this is a task store, not a plan', where: path, fix: 'give it as the store' }
  }
  if (text.length > maxFile) {
    const fix = `split it into plans of at most ${maxFile} characters`
    return { what: `the file has ${text.length} characters`, where: path, fix }
  }
  const nul = text.indexOf('\0')
  if (nul < 0) return undefined
  const line = text.slice(0, nul).split('\n').length
  return {
    what: 'there is a NUL character, so it is no text',
    where: `${path}:${line}`,
    fix: 'save it as UTF-8 text',
  }
}

function noTags(path: string, tag: string): Problem {
  const what = `the tag ${quote(tag)} was asked for, but only TaskMaster files have tags`
  return { what, where: path, fix: 'leave the tag out' }
}

function firstOf(problems: readonly Problem[], path: string): readonly Problem[] {
  const more = problems.length - maxProblems
  if (more <= 0) return problems
  const rest = { what: `there are ${more} more problems`, where: path, fix: 'correct these first' }
  return [...problems.slice(0, maxProblems), rest]
}
