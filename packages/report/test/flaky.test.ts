import {
  renderComment,
  renderHtml,
  renderLandingSummary,
  renderMarkdown,
  renderPullRequest,
} from '../src/index.ts'
import { buildLanding, buildReport, buildTask } from './build-report.ts'
import { buildLanded, buildStatus } from './status/build-status.ts'

const reason = 'exited with 1\nsocket hang up <b>after</b> 30 s'
const flake = { tasks: ['a'], tree: 'f'.repeat(40), reason }
const run = (flaky = [flake]) =>
  buildReport({ tasks: [buildTask('a')], landings: [buildLanding(50, 60, { flaky })] })
const status = (flaky = [flake]) => buildStatus({ tasks: [buildLanded('a')], flaky })

describe('checks that are flaky are named, with what they said', () => {
  test.each([
    ['the report as Markdown', renderMarkdown(run()), '### Flaky checks'],
    ['the report as HTML', renderHtml(run()), '<h2>Flaky checks</h2>'],
    ['the comment', renderComment(status()), 'The checks are flaky: 1 red run'],
    ['the pull request', renderPullRequest(status()).body, 'The checks are flaky: 1 red run'],
    ['the summary of a landing', renderLandingSummary(status()), 'The checks are flaky: 1 red run'],
  ])('%s', (name, text, heading) => {
    expect(text).toContain(heading)
    expect(text).toContain('socket hang up')
    if (name.endsWith('HTML')) expect(text).not.toContain('<b>after')
  })

  test('and where none is, nothing is said', () => {
    const texts = [
      renderMarkdown(run([])),
      renderHtml(run([])),
      renderComment(status([])),
      renderPullRequest(status([])).body,
      renderLandingSummary(status([])),
    ]
    for (const text of texts) expect(text).not.toMatch(/flaky/i)
  })
})
