import { taskLines } from '../../../src/merge/steps/task-lines.ts'

describe('the task’s lines for one hunk', () => {
  const cases = [
    {
      name: 'all of them',
      ours: ['a'],
      theirs: ['b', 'c'],
      told: { before: [], gaveWay: ['a'], kept: ['b', 'c'] },
    },
    {
      name: 'without what both have at the ends',
      ours: ['same', 'a', 'end'],
      theirs: ['same', 'b', 'end'],
      told: { before: ['same'], gaveWay: ['a'], kept: ['b'] },
    },
    {
      name: 'a deletion gave way',
      ours: [],
      theirs: ['b'],
      told: { before: [], gaveWay: [], kept: ['b'] },
    },
    {
      name: 'shared lines are counted once',
      ours: ['x', 'x'],
      theirs: ['x', 'x', 'x'],
      told: { before: ['x', 'x'], gaveWay: [], kept: ['x'] },
    },
  ]
  test.each(cases)('$name', ({ ours, theirs, told }) => {
    expect(taskLines({ base: ['old'], ours, theirs })).toEqual(told)
  })
})
