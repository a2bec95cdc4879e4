import fc from 'fast-check'
import { scanJson } from '../../src/json/scan-json.ts'

describe('scanning JSON', () => {
  test('every value is found by its pointer, at its first character', () => {
    const scan = scanJson('{ "a/b": [1, {"~": null}] }')
    expect(scan).toEqual({
      ok: true,
      offsets: new Map([
        ['', 0],
        ['/a~1b', 9],
        ['/a~1b/0', 10],
        ['/a~1b/1', 13],
        ['/a~1b/1/~0', 19],
      ]),
    })
  })

  const broken: Record<string, [text: string, at: number, what: string, fix: string]> = {
    'a comma too many in a list': [
      '[1, ]',
      4,
      'is no JSON: expected another value, but here is "]"',
      'remove the "," before it',
    ],
    'a comma too many in an object': [
      '{"a": 1, }',
      9,
      'is no JSON: expected another value, but here is "}"',
      'remove the "," before it',
    ],
    'a missing comma': [
      '["a" "b"]',
      5,
      'is no JSON: expected "," or "]", but here is "\\""',
      'write a "," before it, or the "]" that is missing',
    ],
    'single quotes': [
      "{'a': 1}",
      1,
      'is no JSON: expected a key in double quotes, but here is "\'"',
      'write it as "key": value',
    ],
    'a comment': [
      '[1] // one',
      4,
      'is no JSON: expected the end of the file, but here is "/"',
      'remove what follows',
    ],
    'a text over two lines': [
      '["a\nb"]',
      3,
      'is no JSON: expected the end of a text, but here is "\\n"',
      'close it with a double quote; write "\\n" for a new line',
    ],
    'a backslash that escapes nothing': [
      '["a\\d"]',
      3,
      'is no JSON: expected an escape, but here is "\\\\"',
      'write "\\\\" for a backslash',
    ],
    'a word': [
      '{"a": yes}',
      6,
      'is no JSON: expected a value, but here is "y"',
      'write a text in double quotes, a number, [ or {',
    ],
    'a file that breaks off': [
      '{"a": [',
      7,
      'is no JSON: expected a value, but here it ends',
      'write a text in double quotes, a number, [ or {',
    ],
    'a key twice': [
      '{"a": 1, "a": 2}',
      9,
      'has the key "a" twice in one object',
      'keep one of the two',
    ],
    'a deep nest': [
      '['.repeat(100_000),
      64,
      'is nested more than 64 levels deep',
      'write a flatter list of tasks',
    ],
  }
  test.each(Object.entries(broken))('%s is named at its place', (_, [text, at, what, fix]) => {
    expect(scanJson(text)).toEqual({ ok: false, fault: { at, what, fix } })
  })

  test('a text of megabytes does not exhaust the stack', () => {
    expect(scanJson(JSON.stringify({ a: 'x\n'.repeat(2_000_000) })).ok).toBe(true)
  })

  test('it takes what JSON.parse takes', () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 6 }), (text) => {
        expect(scanJson(text).ok).toBe(true)
      }),
    )
  })

  test('it refuses what JSON.parse refuses, and nothing else but keys that come twice', () => {
    const almost = fc
      .tuple(fc.json(), fc.nat(), fc.constantFrom('', ',', '"', ']', '{', '\\', '0', ' ', 'e', '-'))
      .map(([json, n, more]) => {
        const at = n % (json.length + 1)
        return json.slice(0, at) + more + json.slice(at + 1)
      })
    fc.assert(
      fc.property(almost, (text) => {
        const scan = scanJson(text)
        const isTwice = !scan.ok && scan.fault.what.includes('twice')
        expect(isTwice || scan.ok !== isRefused(text)).toBe(true)
      }),
      { numRuns: 2000 },
    )
  })
})

function isRefused(text: string): boolean {
  try {
    JSON.parse(text)
    return false
  } catch {
    return true
  }
}
