import { diffLines } from '../../src/init/diff-lines.ts'

test.each([
  ['a line in the middle', 'a\nb\nc\n', 'a\nB\nc\n', ['@@ line 2 @@', '- b', '+ B']],
  ['a line more', 'a\nc\n', 'a\nb\nc\n', ['@@ line 2 @@', '+ b']],
  ['a repeated line less', 'a\na\na\n', 'a\na\n', ['@@ line 3 @@', '- a']],
  ['everything', 'x', 'y', ['@@ line 1 @@', '- x', '+ y']],
])('%s', (_, now, wanted, shown) => {
  expect(diffLines(now, wanted)).toEqual(shown)
})
