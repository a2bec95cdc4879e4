import fc from 'fast-check'
import {
  renderComment,
  renderLandingSummary,
  renderPullRequest,
  renderTaskSummary,
  renderWaveSummary,
  type StatusReport,
} from '../../src/index.ts'
import { hostile } from '../hostile.ts'
import { buildStatus, buildStatusTask } from './build-status.ts'
import { hostileStatus, hostileText } from './hostile-status.ts'
import { faultsOf, outsideFences } from './read-markdown.ts'

const pages: readonly (readonly [string, (report: StatusReport) => string])[] = [
  ['comment', renderComment],
  ['pull request', (report) => renderPullRequest(report).body],
  ['summary of a wave', (report) => renderWaveSummary(report)],
  ['summary of a landing', renderLandingSummary],
]

const sizes = fc.record({
  tasks: fc.constantFrom(0, 1, 9, 60, 256),
  conflicts: fc.constantFrom(0, 1, 40, 500),
  lines: fc.constantFrom(0, 1, 50),
})

/** The same words again and again, so that a title is long. */
const long = fc
  .tuple(hostile, fc.constantFrom(1, 20, 500))
  .map(([text, times]) => text.repeat(times))

describe.each(pages)('a %s', (name, render) => {
  const most = name.startsWith('summary') ? 2 ** 20 : 65_000
  const sizeOf = (page: string) =>
    name.startsWith('summary') ? new TextEncoder().encode(page).length : page.length

  test('keeps below its limit and whole, whatever comes', () => {
    fc.assert(
      fc.property(long, sizes, (text, size) => {
        const page = render(hostileStatus(text, size))
        expect(sizeOf(page)).toBeLessThanOrEqual(most)
        expect(faultsOf(page)).toEqual([])
      }),
      { numRuns: 10 },
    )
  })

  test('pings nobody, closes nothing and carries no mark of ours', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const page = render(hostileStatus(`${text}${hostileText}${text}`))
        expect(page).not.toMatch(/<!--\s*wavefront|(?![\n\u200b-\u200d])[\p{Cc}\p{Cf}]/iu)
        const ours = outsideFences(page)
          .replace('Part of #7\n', '')
          .replace(/pull request \[?#12/g, '')
          .replace(/\]\([^)]*\)/g, ']')
        expect(ours).not.toMatch(
          /@\w|(?<!&)#\d(?!\d*;)|\bgh-\d|<(?!\/?(?:details|summary|code|sub|table|tr|td|pre|th)>|tr valign="top">|th align="left">|pre lang="diff">)|-->/i,
        )
      }),
      { numRuns: 40 },
    )
  })
})

test('what is cut says how much is left, and details go first', () => {
  const page = renderComment(
    hostileStatus('x'.repeat(300), { tasks: 256, conflicts: 500, lines: 50 }),
  )
  expect(page).toMatch(/\| .* \|\n\n… and \d+ more\n\n<\/details>/)
  expect(page).toContain('## What is stuck')
  expect(page).toMatch(/\*Left out for want of room: [^*]+\.\*\n$/)
})

test('of too many tasks those that need a person are shown', () => {
  const page = renderComment(hostileStatus('word '.repeat(40), { tasks: 256 }))
  const rows = page.split('\n').filter((line) => line.startsWith('| ['))
  expect(rows.length).toBeGreaterThan(35)
  expect(rows.filter((row) => row.includes('✗ failed'))).toHaveLength(32)
  expect(rows.filter((row) => row.includes('• closed'))).toHaveLength(0)
})

test('a plan of 200 tasks with plain titles is shown whole', () => {
  const tasks = Array.from({ length: 200 }, (_, i) =>
    buildStatusTask(`shop-${i}`, {
      title: `Count the requests of each client, part ${i}`,
      dependsOn: i > 2 ? [`shop-${i - 1}`, `shop-${i - 3}`] : [],
      url: `https://github.com/octo/shop/actions/runs/4212345678/job/${10_000_000_000 + i}`,
    }),
  )
  const page = renderComment(buildStatus({ tasks }))
  expect(page.match(/^\| \[/gm)).toHaveLength(200)
  expect(page).toContain('```mermaid')
  expect(page).not.toMatch(/ more$|Left out/m)
})

test('of too many edges at most 500 are drawn', () => {
  const ids = Array.from({ length: 60 }, (_, i) => `t${i}`)
  const tasks = ids.map((id, i) =>
    buildStatusTask(id, { dependsOn: i < 30 ? [] : ids.slice(0, 30) }),
  )
  expect(renderComment(buildStatus({ tasks })).match(/ --> /g)).toHaveLength(500)
})

test('a title is one line of at most 200 signs that pings and closes nothing', () => {
  fc.assert(
    fc.property(long, (text) => {
      const { title } = renderPullRequest(hostileStatus(text))
      expect(title).toMatch(/^🤖 Implement Issue #7(?:: .+)?$/u)
      expect(title.length).toBeLessThanOrEqual(200)
      expect(title.slice(22)).not.toMatch(
        /@\w|#\d|\bgh-\d|:\/\/|(?![\u200b-\u200d])[\p{Cc}\p{Cf}\p{Cs}]/iu,
      )
    }),
  )
})

test.each<[string, string, string]>([
  ['plain', 'Rate limits', '🤖 Implement Issue #7: Rate limits'],
  ['several lines', 'Rate\r\n limits', '🤖 Implement Issue #7: Rate limits'],
  ['nothing', ' \u202e ', '🤖 Implement Issue #7'],
  ['a keyword', 'fixes #1 for @o', '🤖 Implement Issue #7: fixes #\u200b1 for @\u200bo'],
  ['too long', 'ab '.repeat(100), `🤖 Implement Issue #7: ${'ab '.repeat(59).trim()}…`],
])('the title of an issue: %s', (_, title, expected) => {
  expect(renderPullRequest({ ...hostileStatus(''), issue: { number: 7, title } }).title).toBe(
    expected,
  )
})

test('the title without an issue names the branch', () => {
  const { issue: _, ...report } = hostileStatus('feature/limits')
  expect(renderPullRequest(report).title).toBe('🤖 Implement feature/limits')
})

test('the summary of a task keeps its limit too', () => {
  fc.assert(
    fc.property(long, (text) => {
      const page = renderTaskSummary({
        ...{ id: text, title: text, attempt: 1, wave: 1, outcome: 'failed', reason: text },
        ...{ seconds: 1, commit: text, files: new Array<string>(5000).fill(text) },
      })
      expect(new TextEncoder().encode(page).length).toBeLessThanOrEqual(2 ** 20)
      expect(faultsOf(page)).toEqual([])
    }),
    { numRuns: 5 },
  )
})
