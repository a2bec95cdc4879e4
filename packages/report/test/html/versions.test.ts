import { renderVersions } from '../../src/html/versions.ts'
import type { GivenWay } from '../../src/index.ts'
import { parseStrictly } from './parse-strictly.ts'

test('lines that are alike stand beside each other', () => {
  expect(render({ lines: ['a', 'x', 'b'], kept: ['a', 'b', 'y'], commit: 'c0ffee' })).toBe(
    `<table class="versions">
<thead><tr><th>Gave way, still in <code title="c0ffee">c0ffee</code></th><th>Stands now, written by <code>config</code> in wave 2</th></tr></thead>
<tbody>
<tr><td>a</td><td>a</td></tr>
<tr><td class="bad" data-mark="−">x</td><td class="past"></td></tr>
<tr><td>b</td><td>b</td></tr>
<tr><td class="past"></td><td class="good" data-mark="+">y</td></tr></tbody></table>`,
  )
})

test('a version without lines says so', () => {
  const page = render({ lines: ['x'], kept: [], commit: 'c0ffee' })
  expect(page).toContain('<tr><td class="soft"></td><td class="soft">(nothing)</td></tr>')
})

test('10,000 lines are cut, with a count', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `<left ${i}>`)
  const page = render({ lines, kept: ['right'], commit: 'c0ffee' })
  expect(parseStrictly(page).filter((tag) => tag === 'tr')).toHaveLength(201)
  expect(page).toMatch(
    /<p class="soft">9800 more lines gave way: the commit named above has all of them\.<\/p>$/,
  )
})

test('what is invisible is shown', () => {
  const page = render({ lines: ['\u202eevil\u001b[2J'], kept: ['a'], commit: 'c0ffee' })
  expect(page).toContain('>⟨U+202E⟩evil␛[2J</td>')
})

function render(gaveWay: GivenWay): string {
  const place = { path: 'src/limits.ts', line: 12, step: 'task-lines' } as const
  return String(renderVersions({ ...place, task: 'config', wave: 2, gaveWay }, 60_000))
}
