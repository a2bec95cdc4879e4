import { unwrap } from '@wavefront/errors'
import { type BranchName, isBranchName } from '@wavefront/wave'
import { z } from 'zod'
import { type Inputs, readInputs } from '../../src/index.ts'

const spec = {
  task_id: { kind: 'text', required: true },
  branch: { kind: 'text', is: isBranchName, write: 'the name of a branch' },
  attempt: { kind: 'number', least: 1, most: 20, default: 1 },
  publish: { kind: 'choice', choices: ['bundle', 'branch'], default: 'bundle' },
  overrides: { kind: 'json' },
  matrix: { kind: 'json', schema: z.object({ n: z.array(z.int()) }), write: '`{"n": [1]}`' },
  'git hub-token': { kind: 'secret' },
} as const
const renamed = { id: 'task_id', pat: 'git hub-token' }

function read(given: Record<string, string>) {
  const masked: string[] = []
  const env = Object.fromEntries(
    Object.entries(given).map(([name, text]) => [`INPUT_${name}`, text]),
  )
  const result = readInputs(spec, {
    env: { PATH: '/bin', ...env },
    renamed,
    mask: (v) => masked.push(v),
  })
  return { result, masked }
}

function faults(given: Record<string, string>): string[] {
  const { result } = read(given)
  return result.ok ? [] : result.problems.map(({ what, where, fix }) => `${where}: ${what}: ${fix}`)
}

test('everything given', () => {
  const { result, masked } = read({
    TASK_ID: ' login-1\n',
    BRANCH: 'opencode/issue-7',
    ATTEMPT: '20',
    PUBLISH: 'branch',
    OVERRIDES: '{"max_tasks": 2}',
    MATRIX: '{"n": [1]}',
    'GIT_HUB-TOKEN': ' s3cret ',
  })
  const inputs: Inputs<typeof spec> = unwrap(result)
  const branch: BranchName | undefined = inputs.branch
  const publish: 'bundle' | 'branch' = inputs.publish
  expect([branch, publish]).toEqual(['opencode/issue-7', 'branch'])
  expect(inputs).toEqual({
    task_id: 'login-1',
    branch: 'opencode/issue-7',
    attempt: 20,
    publish: 'branch',
    overrides: { max_tasks: 2 },
    matrix: { n: [1] },
    'git hub-token': 's3cret',
  })
  expect(masked).toEqual(['s3cret'])
})

test('an empty input is not given', () => {
  expect(
    read({ TASK_ID: 'a', BRANCH: '', ATTEMPT: ' ', OVERRIDES: '', ID: '', ANYTHING: '' }),
  ).toEqual({
    result: {
      ok: true,
      value: {
        task_id: 'a',
        branch: undefined,
        attempt: 1,
        publish: 'bundle',
        overrides: undefined,
        matrix: undefined,
        'git hub-token': undefined,
      },
    },
    masked: [],
  })
})

test('every fault at once', () => {
  const given = {
    BRANCH: '--force',
    ATTEMPT: '0x2',
    PUBLISH: 'bundel',
    OVERRIDES: '{a: 1}',
    MATRIX: '{"n": [1, "x"]}',
    TASKID: 'a',
  }
  expect(faults(given)).toEqual([
    'input taskid: unknown input "taskid" (did you mean "task_id"?): write one of task_id, branch, attempt, publish, overrides, matrix, git hub-token below `with:`, or remove it',
    'input task_id: "task_id" is missing: write `task_id: …` below `with:`',
    'input branch: "branch" is "--force": write the name of a branch',
    'input attempt: "attempt" is "0x2": write a whole number from 1 to 20, such as `attempt: 1`',
    'input publish: "publish" is "bundel" (did you mean "bundle"?): write bundle or branch',
    'input overrides: "overrides" is "{a: 1}": write JSON: names and texts in double quotes, no comma after the last',
    'input matrix: "matrix.n[1]" is "x": write `{"n": [1]}`',
  ])
})

describe('renamed inputs', () => {
  test('say what to write now, and are not missing as well', () => {
    expect(faults({ ID: 'a: "b"' })).toEqual([
      'input id: the input was renamed: id -> task_id: write\n    with:\n      task_id: "a: \\"b\\""',
    ])
  })

  test('never show a secret', () => {
    expect(faults({ TASK_ID: 'a', PAT: 's3cret' })).toEqual([
      'input pat: the input was renamed: pat -> git hub-token: write\n    with:\n      git hub-token: …',
    ])
  })
})

test('a secret is masked although other inputs are wrong', () => {
  expect(read({ 'GIT_HUB-TOKEN': 's3cret', ATTEMPT: 'x' }).masked).toEqual(['s3cret'])
})

test('of a long value the beginning is shown', () => {
  const [fault = ''] = faults({ TASK_ID: 'a', ATTEMPT: '9'.repeat(5000) })
  expect(fault.length).toBeLessThan(200)
})
