import { makeHermetic } from '@wavefront/testing'
import { align } from '../../../src/merge/align.ts'
import { settleJson } from '../../../src/merge/json/settle-json.ts'

beforeAll(() => makeHermetic())

describe('JSON', () => {
  const cases = [
    {
      name: 'by line where one side renamed a key and the other changed its value',
      base: '{\n  "a": 1,\n  "en": "old"\n}\n',
      ours: '{\n  "a": 1,\n  "en-US": "old"\n}\n',
      theirs: '{\n  "a": 1,\n  "en": "new"\n}\n',
      settled: {
        content: '{\n  "a": 1,\n  "en-US": "new"\n}\n',
        decisions: [{ step: 'token-by-token', line: 3 }],
      },
    },
    {
      name: 'by key where lines would leave a comma out',
      base: '{\n  "a": 1\n}\n',
      ours: '{\n  "a": 1,\n  "b": 2\n}\n',
      theirs: '{\n  "a": 1,\n  "c": 3\n}\n',
      settled: {
        content: '{\n  "a": 1,\n  "b": 2,\n  "c": 3\n}\n',
        decisions: [{ step: 'json-by-key' }],
      },
    },
    {
      name: 'by key where lines would have a key twice',
      base: '{\n  "a": 1,\n  "z": 1\n}\n',
      ours: '{\n  "a": 1,\n  "b": 2,\n  "z": 1\n}\n',
      theirs: '{\n  "a": 1,\n  "b": 3,\n  "z": 1\n}\n',
      settled: {
        content: '{\n  "a": 1,\n  "b": 3,\n  "z": 1\n}\n',
        decisions: [
          { step: 'json-by-key' },
          {
            step: 'json-by-key',
            line: 3,
            gaveWay: { lines: ['  "b": 2,'], kept: ['  "b": 3,'], of: 'tip' },
          },
        ],
      },
    },
    {
      name: 'by key where lines would give way',
      base: '{\n  "a": "x"\n}\n',
      ours: '{\n  "a": "y",\n  "b": 1\n}\n',
      theirs: '{\n  "a": "z",\n  "c": 1\n}\n',
      settled: {
        content: '{\n  "a": "z",\n  "b": 1,\n  "c": 1\n}\n',
        decisions: [
          { step: 'json-by-key' },
          {
            step: 'json-by-key',
            line: 2,
            gaveWay: { lines: ['  "a": "y",'], kept: ['  "a": "z",'], of: 'tip' },
          },
        ],
      },
    },
  ]
  test.each(cases)('$name', async ({ base, ours, theirs, settled }) => {
    expect(await settleJson('a.json', { base, ours, theirs }, align)).toEqual(settled)
  })

  test('is left to others where a side is none', async () => {
    const sides = { base: '{"a": 1}', ours: '{"a": 2', theirs: '{"a": 3}' }
    expect(await settleJson('a.json', sides, align)).toBeUndefined()
  })
})
