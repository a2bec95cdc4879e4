import { groupOf, parseWorkflowFile } from '../../src/github/runs/workflow-file.ts'

const triggers: readonly (readonly [string, string, readonly string[] | undefined])[] = [
  ['a word', 'on: workflow_dispatch', []],
  ['a list', 'on: [push, workflow_dispatch]', []],
  ['a mapping', 'on:\n  workflow_dispatch:\n  push:', []],
  ['inputs', 'on:\n  workflow_dispatch:\n    inputs:\n      a:\n      b: {default: 1}', ['a', 'b']],
  ['another word', 'on: push', undefined],
  ['nothing', '', undefined],
]
test.each(triggers)('the trigger as %s', (_, text, names) => {
  const { inputs } = parseWorkflowFile(text)
  expect(inputs && [...inputs.keys()]).toEqual(names)
})

const context = { github: { ref: 'refs/heads/main' }, inputs: { branch: '', cancel: 'true' } }
const groups: readonly (readonly [string, unknown, object | undefined])[] = [
  ['none', undefined, undefined],
  ['a word', 'deploy', { name: 'deploy', cancelInProgress: false, queue: 'single' }],
  [
    'an expression with an alternative',
    { group: `w-${braces('inputs.branch || github.ref')}-${braces("inputs.branch || 'none'")}` },
    { name: 'w-refs/heads/main-none', cancelInProgress: false, queue: 'single' },
  ],
  [
    'the rest of the keys',
    { group: 'a', 'cancel-in-progress': braces('inputs.cancel'), queue: 'max' },
    { name: 'a', cancelInProgress: true, queue: 'max' },
  ],
]
test.each(groups)('a concurrency group: %s', (_, concurrency, expected) => {
  expect(groupOf(concurrency, context)).toEqual(expected)
})

test('an expression beyond the fake is said to be so', () => {
  expect(() => groupOf(braces('format(github.ref)'), context)).toThrow('cannot evaluate')
})

function braces(expression: string): string {
  return `$\{{ ${expression} }}`
}
