import { makeHermetic } from '@wavefront/testing'
import fc from 'fast-check'
import { align } from '../../../src/merge/align.ts'
import { mergeJson } from '../../../src/merge/json/merge-json.ts'

beforeAll(() => makeHermetic())

describe('JSON by key', () => {
  interface Case {
    readonly name: string
    readonly base: string
    readonly ours: string
    readonly theirs: string
    readonly content: string
    /** Besides the step of the file itself. */
    readonly decisions?: readonly unknown[]
  }
  const gaveWay = (line: number, lines: readonly string[], kept: readonly string[]) => ({
    step: 'json-by-key',
    line,
    gaveWay: { lines, kept, of: 'tip' },
  })
  const cases: readonly Case[] = [
    {
      name: 'keys that both added at one place stand in the order of the tasks',
      base: '{\n  "a": 1,\n  "z": 2\n}\n',
      ours: '{\n  "a": 1,\n  "o": 1,\n  "z": 2\n}\n',
      theirs: '{\n  "a": 1,\n  "b": 1,\n  "zz": 2, "z": 2\n}\n',
      content: '{\n  "a": 1,\n  "o": 1,\n  "b": 1,\n  "zz": 2,\n  "z": 2\n}\n',
    },
    {
      name: 'keys in an alphabet stay in it',
      base: '{\n  "dependencies": {\n    "b": "1",\n    "x": "1"\n  }\n}\n',
      ours: '{\n  "dependencies": {\n    "b": "1",\n    "d": "1",\n    "x": "1"\n  }\n}\n',
      theirs: '{\n  "dependencies": {\n    "b": "1",\n    "c": "1",\n    "x": "1"\n  }\n}\n',
      content:
        '{\n  "dependencies": {\n    "b": "1",\n    "c": "1",\n    "d": "1",\n    "x": "1"\n  }\n}\n',
    },
    {
      name: 'both at the end, which has no line break',
      base: '{\n\t"z": 1\n}',
      ours: '{\n\t"z": 1,\n\t"o": [\n\t\t1\n\t]\n}',
      theirs: '{\n\t"z": 1,\n\t"t": {\n\t\t"x": 1\n\t}\n}',
      content: '{\n\t"z": 1,\n\t"o": [\n\t\t1\n\t],\n\t"t": {\n\t\t"x": 1\n\t}\n}',
    },
    {
      name: 'one key of two values is the task’s, and nothing else gives way',
      base: '{\n  "version": "1.0.0",\n  "private": true\n}\n',
      ours: '{\n  "version": "1.1.0",\n  "private": false\n}\n',
      theirs: '{\n  "version": "2.0.0",\n  "private": true\n}\n',
      content: '{\n  "version": "2.0.0",\n  "private": false\n}\n',
      decisions: [gaveWay(2, ['  "version": "1.1.0",'], ['  "version": "2.0.0",'])],
    },
    {
      name: 'commands are merged word by word',
      base: '{ "test": "run all" }',
      ours: '{ "test": "run all --fast" }',
      theirs: '{ "test": "env X=1 run all" }',
      content: '{ "test": "env X=1 run all --fast" }',
      decisions: [{ step: 'token-by-token', line: 1 }],
    },
    {
      name: 'lists as sets',
      base: '{"files": ["a", "b"]}',
      ours: '{"files": ["new", "a", "b", "c"]}',
      theirs: '{"files": ["a", "b", "new", "d"]}',
      content: '{"files": ["new", "a", "b", "c", "d"]}',
    },
    {
      name: 'lists that stand twice in the same item are no sets',
      base: '[\n  1,\n  1\n]\n',
      ours: '[\n  1,\n  1,\n  2\n]\n',
      theirs: '[\n  1,\n  1,\n  1\n]\n',
      content: '[\n  1,\n  1,\n  2,\n  1\n]\n',
    },
    {
      name: 'objects in lists, item by item',
      base: '[\n  { "id": 1, "a": 1, "b": 1 },\n  { "id": 2 }\n]\n',
      ours: '[\n  { "id": 1, "a": 2, "b": 1 },\n  { "id": 2 }\n]\n',
      theirs: '[\n  { "id": 1, "a": 1, "b": 3 },\n  { "id": 2 }\n]\n',
      content: '[\n  { "id": 1, "a": 2, "b": 3 },\n  { "id": 2 }\n]\n',
    },
    {
      name: 'what the task deleted and the tip changed',
      base: '{\n  "a": 1,\n  "b": 2\n}\n',
      ours: '{\n  "a": 1,\n  "b": 3\n}\n',
      theirs: '{\n  "a": 1\n}\n',
      content: '{\n  "a": 1\n}\n',
      decisions: [gaveWay(1, ['  "b": 3'], ['(1 line was deleted here)'])],
    },
    {
      name: 'what the tip deleted and the task changed',
      base: '{\n  "a": 1,\n  "b": 2\n}\n',
      ours: '{\n  "a": 1\n}\n',
      theirs: '{\n  "a": 1,\n  "b": 3\n}\n',
      content: '{\n  "a": 1,\n  "b": 3\n}\n',
      decisions: [gaveWay(3, ['(1 line was deleted here)'], ['  "b": 3'])],
    },
    {
      name: 'each its way of indenting: the tip’s stays',
      base: '{"a": {"x": 1}}',
      ours: '{\n    "a": {\n        "x": 1\n    },\n    "o": 1\n}\n',
      theirs: '{"a": {"x": 1, "y": {"z": 1}}}',
      content: '{\n    "a": {\n        "x": 1,\n        "y": {"z": 1}\n    },\n    "o": 1\n}\n',
    },
    {
      name: 'into what was empty',
      base: '{\n  "a": {},\n  "b": 1\n}\n',
      ours: '{\n  "a": {},\n  "b": 2\n}\n',
      theirs: '{\n  "a": {\n    "x": 1\n  },\n  "b": 1\n}\n',
      content: '{\n  "a": {\n    "x": 1\n  },\n  "b": 2\n}\n',
    },
    {
      name: 'until nothing is left',
      base: '{\n  "a": {\n    "x": 1,\n    "y": 1\n  }\n}\n',
      ours: '{\n  "a": {\n    "x": 1\n  }\n}\n',
      theirs: '{\n  "a": {\n    "y": 1\n  }\n}\n',
      content: '{\n  "a": {}\n}\n',
    },
    {
      name: 'the comments of the tip stay where they are',
      base: '{\n  // one\n  "a": 1, // of a\n  "b": 2 // of b\n}\n',
      ours: '{\n  // one\n  "a": 1, // of a\n  // new\n  "b": 3 // of b\n}\n',
      theirs: '{\n  // one\n  "a": 1, // of a\n  "x": 1,\n  "b": 2, // of b\n  "c": 3,\n}\n',
      content:
        '{\n  // one\n  "a": 1, // of a\n  "x": 1,\n  // new\n  "b": 3, // of b\n  "c": 3\n}\n',
    },
    {
      name: 'line endings and the mark of the byte order are the file’s',
      base: '{\r\n  "a": 1\r\n}\r\n',
      ours: '\uFEFF{\r\n  "a": 1,\r\n  "o": 1\r\n}\r\n',
      theirs: '{\r\n  "a": 1,\r\n  "t": {\r\n    "u": 1\r\n  }\r\n}\r\n',
      content: '\uFEFF{\r\n  "a": 1,\r\n  "o": 1,\r\n  "t": {\r\n    "u": 1\r\n  }\r\n}\r\n',
    },
    {
      name: 'numbers that no machine holds',
      base: '{"a": 12345678901234567890, "b": 1}',
      ours: '{"a": 12345678901234567891, "b": 1}',
      theirs: '{"a": 12345678901234567890, "b": 1.0}',
      content: '{"a": 12345678901234567891, "b": 1.0}',
    },
    {
      name: 'a key named like a part of every object',
      base: '{"a": 1}',
      ours: '{"a": 1, "__proto__": 1}',
      theirs: '{"a": 1, "constructor": 2}',
      content: '{"a": 1, "__proto__": 1, "constructor": 2}',
    },
  ]
  test.each(cases)('$name', async ({ base, ours, theirs, content, decisions = [] }) => {
    expect(await mergeJson({ base, ours, theirs }, align)).toEqual({
      content,
      decisions: [{ step: 'json-by-key' }, ...decisions],
    })
  })

  const left = [
    { name: 'a side that is not JSON', base: '{}', ours: '{', theirs: '{"a": 1}' },
    { name: 'a key that stands twice', base: '{}', ours: '{"a": 1, "a": 2}', theirs: '{"b": 1}' },
    { name: 'a comment of the task’s', base: '{}', ours: '{"a": 1}', theirs: '{"b": 1 /* b */}' },
    {
      name: 'a comment of the tip’s on what the task deleted',
      base: '{\n"a": 1,\n"b": 1\n}',
      ours: '{\n"a": 1,\n// why\n"b": 1\n}',
      theirs: '{\n"a": 1\n}',
    },
    { name: 'a nesting deeper than any stack', base: '{}', ours: '['.repeat(1e5), theirs: '[]' },
  ]
  test.each(left)('is not tried on $name', async ({ base, ours, theirs }) => {
    expect(await mergeJson({ base, ours, theirs }, align)).toBeUndefined()
  })
})

test('what somebody wrote to keep us busy takes no time', async () => {
  const bomb = (end: string) => `{"a": 1${'/**/'.repeat(5000)}${end}}`
  const long = (value: number) =>
    `{${Array.from({ length: 5000 }, (_, index) => `"k${index}":${value}`).join()}}`
  const start = Date.now()
  const sides = { base: bomb(''), ours: bomb(', "o": 1'), theirs: bomb(', "t": 1') }
  expect(await mergeJson(sides, align)).toMatchObject({ decisions: [{ step: 'json-by-key' }] })
  const merged = await mergeJson({ base: long(1), ours: long(2), theirs: long(3) }, align)
  expect(merged?.decisions).toHaveLength(5001)
  expect(merged?.decisions.at(-1)?.gaveWay?.lines).toEqual(['"k4999":2'])
  expect(Date.now() - start).toBeLessThan(10_000)
})

describe('whatever both sides did', () => {
  const scalar = fc.oneof(fc.integer({ min: 0, max: 3 }), fc.constantFrom('x', 'y z', null))
  const key = fc.constantFrom('a', 'b', 'c', 'd')
  const { value } = fc.letrec((tie) => ({
    value: fc.oneof(
      { maxDepth: 2 },
      scalar,
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }))
  const root = fc.dictionary(key, value, { maxKeys: 4, noNullPrototype: true })
  const text = fc
    .tuple(root, fc.constantFrom(0, 2, '\t'))
    .map(([one, indent]) => JSON.stringify(one, undefined, indent))

  test('each value that a side added is in the result or in a record', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (base, ours, theirs) => {
        const merged = await mergeJson({ base, ours, theirs }, align)
        if (merged === undefined) throw new Error('it was not merged by key')
        const { content, decisions } = merged
        const result: unknown = JSON.parse(content)
        const records = decisions.flatMap(({ gaveWay }) => gaveWay?.lines ?? []).join('\n')
        const known = new Set(leaves(JSON.parse(base)))
        const there = new Set(leaves(result))
        const isMixed = decisions.some(({ step }) => step === 'token-by-token')
        for (const side of [ours, theirs]) {
          const lost = leaves(JSON.parse(side)).filter(
            (leaf) => !known.has(leaf) && !there.has(leaf) && !records.includes(lastOf(leaf)),
          )
          expect({
            base,
            ours,
            theirs,
            content,
            decisions,
            lost: isMixed ? [] : lost,
          }).toMatchObject({ lost: [] })
        }
      }),
      { numRuns: 150 },
    )
  })

  test('a side that changed nothing has no say', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, async (base, other) => {
        const still = await mergeJson({ base, ours: base, theirs: other }, align)
        expect(still?.content).toEqual(other)
        const turned = await mergeJson({ base, ours: other, theirs: base }, align)
        expect(turned?.content).toEqual(other)
      }),
      { numRuns: 50 },
    )
  })

  test('what is merged once more stays as it is', async () => {
    await fc.assert(
      fc.asyncProperty(text, text, text, async (base, ours, theirs) => {
        const merged = await mergeJson({ base, ours, theirs }, align)
        const content = merged?.content ?? ''
        const again = await mergeJson({ base: theirs, ours: content, theirs }, align)
        expect(again?.content).toEqual(content)
      }),
      { numRuns: 50 },
    )
  })

  /** Each scalar with the keys above it; where an item stands in its list does not count. */
  function leaves(value: unknown, path = ''): readonly string[] {
    if (Array.isArray(value)) return value.flatMap((item) => leaves(item, `${path}[]`))
    if (typeof value !== 'object' || value === null) return [`${path}=${JSON.stringify(value)}`]
    return Object.entries(value).flatMap(([key, inner]) => leaves(inner, `${path}.${key}`))
  }

  function lastOf(leaf: string): string {
    return leaf.slice(leaf.indexOf('=') + 1)
  }
})
