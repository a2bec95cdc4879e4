import { decideNext, type Next, type NextFacts, type PreparedWave } from '@wavefront/wave'

const usual: NextFacts = { wave: 3, maxWaves: 20, madeProgress: true }

const cases: readonly {
  name: string
  state: PreparedWave['state']
  facts?: Partial<NextFacts>
  expected: Next
}[] = [
  { name: 'tasks are ready', state: 'ready', expected: { is: 'dispatch' } },
  { name: 'all is done', state: 'complete', expected: { is: 'complete' } },
  {
    name: 'all is done in the last wave that was allowed',
    state: 'complete',
    facts: { wave: 20, madeProgress: false },
    expected: { is: 'complete' },
  },
  { name: 'nothing can run', state: 'stuck', expected: { is: 'stuck' } },
  { name: 'only paused tasks are left', state: 'waiting', expected: { is: 'stuck' } },
  {
    name: 'the last wave that was allowed has run',
    state: 'ready',
    facts: { wave: 20 },
    expected: { is: 'stopped', why: '20 waves have run, and `max_waves` is 20' },
  },
  {
    name: 'the one before it has run',
    state: 'ready',
    facts: { wave: 19 },
    expected: { is: 'dispatch' },
  },
  {
    name: 'nothing has come of the wave',
    state: 'ready',
    facts: { madeProgress: false },
    expected: { is: 'stopped', why: 'this wave neither landed a task nor counted an attempt' },
  },
  {
    name: 'the checks are red anyhow',
    state: 'ready',
    facts: { redBase: 'test 7 fails' },
    expected: {
      is: 'stopped',
      why: "the checks fail without any of this wave's work, so nothing can be proved",
    },
  },
  {
    name: 'the server said no, whatever else',
    state: 'complete',
    facts: { refused: 'the branch is protected', redBase: 'red' },
    expected: { is: 'stopped', why: 'the branch is protected' },
  },
]

test.each(cases)('$name', ({ state, facts, expected }) => {
  expect(decideNext({ state }, { ...usual, ...facts })).toEqual(expected)
})
