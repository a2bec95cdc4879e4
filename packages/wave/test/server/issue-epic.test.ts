import { aTask } from '@wavefront/testing'
import { findIssueEpics } from '@wavefront/wave'

const cases = [
  { name: 'gh-7', is: ['epic-1'] },
  { name: 'GH-7', is: ['epic-1'] },
  { name: '#7', is: ['epic-1'] },
  { name: 'octo/demo#7', is: ['epic-1'] },
  { name: 'https://github.com/octo/demo/issues/7', is: ['epic-1'] },
  { name: 'https://GitHub.example.org/Octo/Demo/issues/7', is: ['epic-1'] },
  { name: 'gh-70', is: [] },
  { name: 'https://github.com/octo/demo/issues/17', is: [] },
  { name: 'https://github.com/octo/other/issues/7', is: [] },
  { name: 'other/demo#7', is: [] },
  { name: '7', is: [] },
]
test.each(cases)('$name stands for $is', ({ name, is }) => {
  const tasks = [
    aTask({ id: 'epic-0', kind: 'epic' }),
    aTask({ id: 'task-1', externalRef: name }),
    aTask({ id: 'epic-1', kind: 'epic', externalRef: name }),
  ]
  expect(findIssueEpics(tasks, 7, 'octo/demo')).toEqual(is)
})

test('a closed epic counts only where no other is open', () => {
  const closed = aTask({ id: 'old', kind: 'epic', externalRef: 'gh-7', state: 'closed' })
  const open = ['one', 'two'].map((id) => aTask({ id, kind: 'epic', externalRef: '#7' }))
  expect(findIssueEpics([closed, ...open], 7, 'octo/demo')).toEqual(['one', 'two'])
  expect(findIssueEpics([closed], 7, 'octo/demo')).toEqual(['old'])
})
