import { unwrap } from '@wavefront/errors'
import { parseWorkflow } from '../../src/doctor/workflow-file.ts'

const jobs = 'jobs: { a: { steps: [] } }\n'

test.each<[string, string, readonly string[] | undefined]>([
  ['a word', 'on: workflow_dispatch', []],
  ['a list', 'on: [push, workflow_dispatch]', []],
  ['a mapping', 'on: { workflow_dispatch: }', []],
  ['with inputs', 'on: { workflow_dispatch: { inputs: { a: { type: string }, b: } } }', ['a', 'b']],
  ['not at all', 'on: push', undefined],
  ['by a strange name', 'on: constructor', undefined],
])('dispatched: %s', (_, on, inputs) => {
  expect(unwrap(parseWorkflow('x.yml', `${on}\n${jobs}`)).dispatch?.inputs).toEqual(inputs)
})

test('names behind inputs and secrets, in expressions alone', () => {
  const text = [
    `on: push\n${jobs}`,
    `env:\n  A: "\${{ inputs.one || secrets.TWO }} secrets.NO \${{ github.event.inputs.three }}"`,
    `# \${{ secrets.COMMENT }}`,
  ].join('\n')
  expect(unwrap(parseWorkflow('x.yml', text)).used).toEqual({
    inputs: ['one', 'three'],
    secrets: ['TWO'],
  })
})

test.each([
  ['no YAML', 'on: [push\njobs:', 'x.yml:'],
  ['no jobs', 'on: push', '"jobs" is not what'],
  [
    'a permission of another level',
    `on: push\n${jobs}permissions: { contents: admin }`,
    '"permissions" is',
  ],
  ['a list', '- a', '"the file" is'],
  ['aliases of aliases', bomb(), 'alias'],
])('refuses %s', (_, text, said) => {
  const read = parseWorkflow('x.yml', text)
  expect(read.ok).toBe(false)
  expect(JSON.stringify(read)).toContain(JSON.stringify(said).slice(1, -1))
})

function bomb(): string {
  const row = (name: string, of: string) => `${name}: &${name} [${Array(20).fill(of).join(', ')}]`
  return [row('a', 'x'), row('b', '*a'), row('c', '*b'), row('d', '*c'), row('e', '*d')].join('\n')
}
