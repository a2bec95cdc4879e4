import { evaluate, interpolate } from '../../src/act/expressions/evaluate.ts'

const contexts = {
  inputs: { issue_number: '12', branch: '', list: [1, 'Two'], 'with-dash': 'yes' },
  matrix: { task_id: 'wf-1.2' },
}

const expressions: readonly (readonly [string, unknown])[] = [
  ["'it''s'", "it's"],
  ['inputs.issue_number', '12'],
  ['INPUTS.Issue_Number', '12'],
  ["inputs['with-dash']", 'yes'],
  ['inputs.with-dash', 'yes'],
  ['inputs.nothing.below', null],
  ["inputs.branch || format('opencode/issue-{0}', inputs.issue_number)", 'opencode/issue-12'],
  ["inputs.issue_number && 'a' || 'b'", 'a'],
  ["format('{{{0}}}', 'x')", '{x}'],
  ["'ABC' == 'abc'", true],
  ["'12' == 12", true],
  ["inputs.branch == ''", true],
  ["!(inputs.branch != '')", true],
  ['null == 0', true],
  ['2 >= 10', false],
  ['fromJSON(inputs.runs_on || \'"ubuntu-latest"\')', 'ubuntu-latest'],
  ["contains(inputs.list, 'two') && startsWith('Hello', 'he')", true],
]

test.each(expressions)('%s', (expression, value) => {
  expect(evaluate(expression, contexts)).toEqual(value)
})

test('a text around expressions stays', () => {
  expect(interpolate(`a-\${{ matrix.task_id }}-\${{ '}}' }}-\${{ inputs.none }}`, contexts)).toBe(
    'a-wf-1.2-}}-',
  )
})

test.each(['a.', "'open", 'hashFiles()', '(1', '1 2', 'a ? b : c'])('refuses %s', (expression) => {
  expect(() => evaluate(expression, contexts)).toThrow()
})
