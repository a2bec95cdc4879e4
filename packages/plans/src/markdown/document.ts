import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import { maxTasks } from '../limits.ts'
import { readLines } from './lines.ts'
import { outline, type Section } from './outline.ts'

/** A Markdown file that has at least one box. */
export interface MarkdownDocument {
  readonly path: string
  /** The first heading of the highest level, where it says more than "Tasks". */
  readonly title?: string
  readonly sections: readonly Section[]
  /** What is wrong with its lines, whatever they say. */
  readonly problems: readonly Problem[]
  readonly hasGap: boolean
}

export function readMarkdown(path: string, text: string): Parsed<MarkdownDocument> {
  const { lines, problems, hasGap } = readLines(path, text)
  const sections = outline(lines)
  const count = sections.reduce((sum, { items }) => sum + items.length, 0)
  if (count === 0) return refused(problems.length > 0 ? problems : [noTasks(path)])
  if (count > maxTasks) return refused([...problems, tooMany(path, count)])
  const title = titleOf(sections)
  return parsed({ path, sections, problems, hasGap, ...(title === undefined ? {} : { title }) })
}

/** How much text belongs to no task. */
export function proseNote(sections: readonly Section[]): string[] {
  const lines = sections.flatMap(({ prose }) => prose).length
  if (lines === 0) return []
  return [`${lines} ${lines === 1 ? 'line' : 'lines'} of text outside the tasks went to no worker.`]
}

function titleOf(sections: readonly Section[]): string | undefined {
  const heading = sections.find((section) => section.heading?.level === 1)?.heading?.text ?? ''
  const told = heading.replace(
    /^(?:implementation )?(?:tasks?|to-?do)(?: list)?(?:$|[ \t]*[:–—-])/i,
    '',
  )
  return told.trim() === '' ? undefined : told.trim()
}

function tooMany(path: string, count: number) {
  const fix = `split the file into plans of at most ${maxTasks} tasks`
  return { what: `the file has ${count} tasks`, where: path, fix }
}

function noTasks(path: string) {
  return {
    what: 'there is no task in this file',
    where: `${path}:1`,
    fix: 'write each task as a line "- [ ] what to do"',
  }
}
