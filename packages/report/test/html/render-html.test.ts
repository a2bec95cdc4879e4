import fc from 'fast-check'
import { type ReportedTask, type RunReport, renderHtml } from '../../src/index.ts'
import { buildReport, buildTask, eventfulReport } from '../build-report.ts'
import { hostile } from '../hostile.ts'
import { expectFile } from '../snapshot.ts'
import { parseStrictly } from './parse-strictly.ts'

test('a run with one of everything', () => {
  expectFile('report.html.txt', renderHtml(eventfulReport()))
})

test('a run of nothing is a page too', () => {
  const page = renderHtml(buildReport())
  parseStrictly(page)
  expect(page).toContain('No tasks.')
  expect(page).toContain('Nobody worked.')
  expect(page).toContain('No two tasks changed the same place.')
})

test('the page asks for nothing and runs nothing', () => {
  const page = renderHtml(eventfulReport())
  expect(page).not.toMatch(/<script|<link|<img|<iframe|\ssrc=|url\(|@import|href="(?!#)|\son\w+=/i)
  expect(page).toContain("default-src 'none'; style-src 'unsafe-inline'")
})

test('text changes no tag of the page, wherever it stands', () => {
  fc.assert(
    fc.property(hostile, (text) => {
      const page = renderHtml(poison(text))
      expect(withoutFitted(parseStrictly(page))).toEqual(
        withoutFitted(parseStrictly(renderHtml(poison('harmless')))),
      )
    }),
    { numRuns: 60 },
  )
})

test.each([5, 40, 256])('%i tasks give the same bytes twice', (size) => {
  const report = buildReport({ tasks: chain(size) })
  expect(renderHtml(report)).toBe(renderHtml(report))
  expect(parseStrictly(renderHtml(report)).filter((tag) => tag === 'a').length).toBeGreaterThan(
    size,
  )
})

/** Whether a label fits into its bar depends on the text, and only that may. */
function withoutFitted(structure: readonly string[]): string[] {
  return structure.filter((tag) => tag !== 'text' && tag !== '/text')
}

function chain(size: number): ReportedTask[] {
  return Array.from({ length: size }, (_, i) =>
    buildTask(`t${i}`, { dependsOn: i > 2 ? [`t${i - 3}`, `t${i - 2}`] : [] }),
  )
}

function poison(text: string): RunReport {
  const { tasks, landings, ...rest } = eventfulReport()
  return {
    ...rest,
    title: text,
    branch: text,
    base: text,
    tasks: tasks.map((task, i) => ({
      ...task,
      id: `${text}${i}`,
      title: text,
      dependsOn: [],
      attempts: task.attempts.map((attempt) => ({ ...attempt, reason: text, log: text })),
      stuck: { why: text, remedy: text },
    })),
    landings: landings.map((landing) => ({
      ...landing,
      landed: [text, text],
      commit: text,
      conflicts: landing.conflicts.map((conflict) => ({
        ...conflict,
        task: text,
        path: text,
        gaveWay: { lines: [text], kept: [text], commit: text, task: text },
      })),
    })),
  }
}
