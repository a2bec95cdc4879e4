import {
  renderComment,
  renderLandingSummary,
  renderPullRequest,
  renderTaskSummary,
  renderWaveSummary,
  type StatusReport,
} from '../../src/index.ts'
import { expectFile } from '../snapshot.ts'
import {
  buildStatus,
  buildStatusTask,
  completeStatus,
  failedLanding,
  stuckStatus,
  workingStatus,
} from './build-status.ts'
import { hostileStatus, hostileText } from './hostile-status.ts'

const reports: readonly (readonly [string, StatusReport])[] = [
  ['working', workingStatus()],
  ['stuck', stuckStatus()],
  ['complete', completeStatus()],
  ['hostile', hostileStatus(hostileText)],
]

test.each(reports)('the comment: %s', (name, report) => {
  expectFile(`comment-${name}.md.txt`, renderComment(report))
})

test.each(reports)('the pull request: %s', (name, report) => {
  const { title, body } = renderPullRequest(report)
  expectFile(`pull-request-${name}.md.txt`, `${title}\n\n${body}`)
})

test('the summary of a wave that begins', () => {
  expectFile('summary-wave.md.txt', renderWaveSummary(workingStatus(), { maxParallel: 5 }))
})

test('the summary of a landing of which half failed', () => {
  expectFile('summary-landing.md.txt', renderLandingSummary(failedLanding()))
})

test('the summary of a task that failed', () => {
  const summary = renderTaskSummary({
    ...{ id: 'header', title: 'Send a Retry-After header', attempt: 2, wave: 3 },
    ...{ outcome: 'failed', reason: 'Expected: "30"\nReceived: undefined', seconds: 61 },
    files: ['src/server.ts', 'test/server.test.ts'],
    commit: 'c3d4e5f6a7'.repeat(4),
  })
  expectFile('summary-task.md.txt', summary)
})

test('a task that is done says nothing of what went wrong', () => {
  const done = { id: 'a', title: 'A', attempt: 1, wave: 1, seconds: 5, files: [] }
  expect(renderTaskSummary({ ...done, outcome: 'done' })).toBe(
    `### \`a\` A

**✓ done** in 5 s · wave 1 · attempt 1

Next, the commit is merged and checked together with the rest of the wave.
`,
  )
})

test('an epic without tasks', () => {
  expect(renderComment(buildStatus({ phase: 'complete' }))).toBe(
    `### Complete

Wave 1 · \`opencode/issue-7\` from \`main\` · [latest run](https://github.com/octo/shop/actions/runs/42)

Nothing is left to do, and there is nothing to merge.

There are no tasks.
`,
  )
})

test.each<[string, Partial<StatusReport>, number | undefined, string]>([
  ['before the end', { phase: 'working' }, undefined, 'Part of #7'],
  ['stuck', { phase: 'stuck' }, undefined, 'Part of #7'],
  ['at the end', { phase: 'complete' }, undefined, 'Closes #7'],
  ['with the number given', { phase: 'complete' }, 9, 'Closes #9'],
])('the issue is tied to the pull request: %s', (_, parts, issueNumber, line) => {
  const options = issueNumber === undefined ? {} : { issueNumber }
  const { body } = renderPullRequest(buildStatus(parts), options)
  expect(body.split('\n').slice(0, 2)).toEqual([line, ''])
})

test('without an issue nothing is closed', () => {
  const { issue: _, ...report } = buildStatus({ phase: 'complete' })
  expect(renderPullRequest(report).body).not.toMatch(/#\d|closes|part of/i)
})

test('a log of why nothing landed is quoted by its end', () => {
  const log = Array.from({ length: 50 }, (_, i) => `line ${i}`).join('\n')
  const why = `The base is red:\n${log}`
  const page = renderComment(buildStatus({ phase: 'failed', why }))
  expect(page).toContain('Why: The base is red:\n\n```\n…\nline 20\n')
  expect(page).toContain('line 49\n```')
})

test('many tasks are shown on demand', () => {
  const tasks = Array.from({ length: 60 }, (_, i) => buildStatusTask(`t${i}`))
  const report = buildStatus({ tasks })
  expect(renderComment(report)).toContain('<details><summary>All 60 tasks</summary>')
  expect(renderPullRequest(report).body).toContain('<details><summary>All 60 tasks</summary>')
})
