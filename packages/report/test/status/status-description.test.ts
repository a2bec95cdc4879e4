import { type StatusDescription, type StatusReport, statusDescription } from '../../src/index.ts'
import { buildLanded, buildStatus, buildStatusTask } from './build-status.ts'

const some = [buildLanded('a'), buildLanded('b'), buildStatusTask('c')]
const all = [buildLanded('a'), buildLanded('b')]

test.each<[string, Partial<StatusReport>, StatusDescription]>([
  ['a wave runs', { tasks: some }, { state: 'pending', description: '2/3 tasks landed' }],
  [
    'all has landed',
    { phase: 'complete', tasks: all, checks: 'passed' },
    { state: 'success', description: '2/2 tasks landed' },
  ],
  [
    'all has landed and is red',
    { phase: 'complete', tasks: all, checks: 'failed' },
    { state: 'failure', description: '2/2 tasks landed; the checks failed' },
  ],
  [
    'some were closed by hand',
    { phase: 'complete', tasks: [...all, buildStatusTask('c', { state: 'closed' })] },
    { state: 'success', description: '3/3 tasks done' },
  ],
  [
    'stuck',
    { phase: 'stuck', tasks: some },
    { state: 'failure', description: '2/3 tasks landed; the rest is stuck and needs a person' },
  ],
  [
    'waiting',
    { phase: 'waiting', tasks: some },
    { state: 'pending', description: '2/3 tasks landed; waiting for somebody' },
  ],
  [
    'a wave failed',
    { phase: 'failed', tasks: some },
    { state: 'failure', description: '2/3 tasks landed; the last wave could not land' },
  ],
  ['one task', { tasks: [buildLanded('a')] }, { state: 'pending', description: '1/1 task landed' }],
])('%s', (_, parts, expected) => {
  expect(statusDescription(buildStatus(parts))).toEqual(expected)
})
