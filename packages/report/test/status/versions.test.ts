import type { SettledConflict } from '../../src/attention.ts'
import { versionsTable } from '../../src/status/versions.ts'
import { faultsOf } from './read-markdown.ts'

const commit = 'a1b2c3d4e5'.repeat(4)

test('both versions side by side, level with each other', () => {
  const gaveWay = {
    lines: ['function f() {', '', '  return 1', '}'],
    kept: ['function f() {', '', '  // two', '  return 2', '}'],
  }
  expect(table({ ...gaveWay, commit, task: 'limits' })).toBe(
    `<table>
<tr><th align="left">Gave way, written by <code>limits</code>, still in a1b2c3d4e5</th><th align="left">Stands now, from <code>config</code></th></tr>
<tr valign="top"><td><pre lang="diff">
  function f() {
&#32; 
-   return 1
&#32;
  }</pre></td><td><pre lang="diff">
  function f() {
&#32; 
+   // two
+   return 2
  }</pre></td></tr>
</table>`,
  )
})

test('a version without lines says so', () => {
  expect(table({ lines: ['a'], kept: [], commit })).toContain('<td><em>(nothing)</em></td>')
})

test('10,000 lines are cut outside of all markup, with a count and the commit', () => {
  const lines = Array.from({ length: 10_000 }, (_, i) => `left ${i}`)
  const page = table({ lines, kept: ['right'], commit })
  expect(page.length).toBeLessThan(2_500)
  expect(page).toMatch(
    /<\/table>\n\n9960 more lines gave way: the commit named above has all of them\.$/,
  )
  expect(page).toContain('still in a1b2c3d4e5')
  expect(faultsOf(page)).toEqual([])
})

test('however dear its signs are, a table leaves room for others', () => {
  const lines = Array.from({ length: 10_000 }, () => '<'.repeat(10_000))
  const kept = Array.from({ length: 10_000 }, () => '\u202e'.repeat(10_000))
  expect(table({ lines, kept, commit }).length).toBeLessThan(8_000)
})

function table(gaveWay: SettledConflict['gaveWay']): string {
  const place = { path: 'src/limits.ts', line: 12, step: 'task-lines', wave: 1 } as const
  return versionsTable({ ...place, task: 'config', gaveWay })
}
