import { readFileSync } from 'node:fs'
import { unwrap } from '@wavefront/errors'
import { calledWorkflow, shippedWorkflow, useOf } from '../../src/doctor/called-workflow.ts'
import { parseWorkflow } from '../../src/doctor/workflow-file.ts'

function read(path: string) {
  return unwrap(parseWorkflow(path, readFileSync(path, 'utf8')))
}

test('what is known without asking is what wave.yml takes', () => {
  expect(calledWorkflow(read('.github/workflows/wave.yml'))).toEqual(shippedWorkflow)
})

test('the examples, and how they get at a wave', () => {
  expect(useOf(read('examples/wavefront.yml'))).toMatchObject({
    is: 'call',
    at: {
      repository: 'wavefront-actions/wavefront',
      path: '.github/workflows/wave.yml',
      ref: 'v1',
    },
  })
  expect(useOf(read('examples/three-jobs.yml'))).toMatchObject({
    is: 'actions',
    jobs: [
      { job: { id: 'ready' }, asked: { contents: 'read', issues: 'write' } },
      { job: { id: 'execute' }, asked: { contents: 'write' } },
      { job: { id: 'finalize' }, asked: shippedWorkflow.permissions },
    ],
  })
  expect(useOf(read('.github/workflows/wave.yml'))).toMatchObject({
    is: 'actions',
    jobs: [
      { job: { id: 'ready' } },
      { job: { id: 'execute' }, asked: { contents: 'read' } },
      { job: { id: 'integrate' }, asked: { contents: 'read' } },
      { job: { id: 'land' }, asked: shippedWorkflow.permissions },
    ],
  })
})

test.each<[string, object]>([
  ['./.github/workflows/wave.yml', { is: 'call', at: { path: '.github/workflows/wave.yml' } }],
  [
    'me/fork/.github/workflows/wave.yml@main',
    { is: 'call', at: { repository: 'me/fork', ref: 'main' } },
  ],
  ['me/fork/.github/workflows/wave.yml', { is: 'none' }],
  ['me/fork/.github/workflows/shockwave.yml@main', { is: 'none' }],
])('uses: %s', (uses, use) => {
  const file = unwrap(parseWorkflow('x.yml', `on: push\njobs: { a: { uses: "${uses}" } }`))
  expect(useOf(file)).toMatchObject(use)
})
