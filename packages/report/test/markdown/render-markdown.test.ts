import fc from 'fast-check'
import { renderMarkdown } from '../../src/index.ts'
import { buildAttempt, buildReport, buildTask, eventfulReport } from '../build-report.ts'
import { hostile } from '../hostile.ts'
import { expectFile } from '../snapshot.ts'

test('a run with one of everything', () => {
  expectFile('report.md.txt', renderMarkdown(eventfulReport()))
})

test('a run of nothing', () => {
  const page = renderMarkdown(buildReport())
  expect(page).toContain('Nothing needs a second look.')
  expect(page).not.toContain('mermaid')
})

test('text adds no line to the page, wherever it stands', () => {
  const shape = (text: string) => {
    const tasks = [
      buildTask(`${text}1`, { title: text, attempts: [buildAttempt(0, 10)] }),
      buildTask(`${text}2`, { title: text, stuck: { why: text, remedy: text } }),
    ]
    const page = renderMarkdown(buildReport({ title: text, branch: text, base: text, tasks }))
    return page
      .split('\n')
      .map((line) => /^(#+ |\||```|<details>|flowchart|gantt|$)/.exec(line)?.[0])
  }
  fc.assert(fc.property(hostile, (text) => expect(shape(text)).toEqual(shape('harmless'))))
})
