import { unwrap } from '@wavefront/errors'
import { overrideConfig, parseConfig } from '../src/index.ts'

const config = unwrap(parseConfig('agent: opencode run\nmax_tasks: 7\nchecks: npm test\n'))

test("what is given replaces; all the rest stays, the file's and the defaults", () => {
  const overridden = unwrap(overrideConfig(config, { max_parallel: 2, checks: ['a', 'b'] }))
  expect(overridden).toEqual({
    ...config,
    maxParallel: 2,
    checks: 'set -e\n(\na\n)\n(\nb\n)',
  })
})

test('what is undefined is not given', () => {
  expect(overrideConfig(config, { agent: undefined })).toEqual({ ok: true, value: config })
})

test('a value that equals the default is given all the same', () => {
  expect(unwrap(overrideConfig(config, { max_tasks: 20 })).maxTasks).toBe(20)
})

describe('refused', () => {
  const overrides: Record<
    string,
    [overrides: unknown, from: string | undefined, faults: string[]]
  > = {
    'every fault at once': [
      { max_parralel: 2, max_tasks: '5', agent: null },
      undefined,
      [
        'overrides: "agent" has no value',
        'overrides: "max_tasks" is "5"',
        'overrides: unknown key "max_parralel" (did you mean "max_parallel"?)',
      ],
    ],
    'no object': [['agent'], undefined, ['overrides: the settings are a list of 1']],
    nothing: [null, undefined, ['overrides: the settings are null']],
    'a prototype': [
      JSON.parse('{"__proto__": {}}'),
      undefined,
      ['overrides: unknown key "__proto__"'],
    ],
    'a time that does not fit with the rest': [
      { timeout_minutes: 60 },
      'inputs',
      [
        'inputs: agent_timeout (60) and checks_timeout (30) are 90 minutes, more than timeout_minutes (60)',
      ],
    ],
  }
  test.each(Object.entries(overrides))('%s', (_, [value, from, faults]) => {
    const result = overrideConfig(config, value, from)
    const said = result.ok ? [] : result.problems.map(({ what, where }) => `${where}: ${what}`)
    expect(said).toEqual(faults)
  })
})
