import { sameButWhiteSpace } from '../../../src/merge/steps/same-but-white-space.ts'

describe('the same change but for white space', () => {
  const cases = [
    { name: 'indentation', ours: ['  f(a, b)'], theirs: ['\tf(a,b)'], merged: ['\tf(a,b)'] },
    {
      name: 'line breaks',
      ours: ['f(a, b)'],
      theirs: ['f(', '  a, b', ')'],
      merged: ['f(', '  a, b', ')'],
    },
    {
      name: 'words that grew together',
      ours: ['return x'],
      theirs: ['returnx'],
      merged: undefined,
    },
    {
      name: 'a line that the tip alone indented',
      ours: ['  f()', '  g()'],
      theirs: ['f()', ' g()'],
      merged: ['  f()', ' g()'],
    },
    { name: 'another word', ours: ['f(a)'], theirs: ['f(b)'], merged: undefined },
  ]
  test.each(cases)('$name', ({ ours, theirs, merged }) => {
    expect(sameButWhiteSpace({ base: ['f()'], ours, theirs })).toEqual(merged)
  })
})
