import { createMasks } from '../src/masks.ts'

function masked(...values: string[]): string[] {
  const hidden: string[] = []
  const masks = createMasks((value) => hidden.push(value))
  for (const value of values) masks.add(value)
  return hidden
}

describe('masks', () => {
  const cases: Record<string, [values: string[], hidden: string[]]> = {
    'a token': [['ghs_abc'], ['ghs_abc']],
    'a token twice': [['ghs_abc', 'ghs_abc'], ['ghs_abc']],
    'a key of several lines': [
      ['-----BEGIN\r\nabcd\r\n}\r\n'],
      ['-----BEGIN\r\nabcd\r\n}\r\n', '-----BEGIN\r\nabcd\r\n}', '-----BEGIN', 'abcd'],
    ],
    'an indented line': [['{\n  "k": 1\n}'], ['{\n  "k": 1\n}', '  "k": 1', '"k": 1']],
    nothing: [['', '   ', '\n\n'], []],
    'what is no secret': [['1', 'ab', 'true', 'False', 'null'], []],
  }
  test.each(Object.entries(cases))('%s', (_, [values, hidden]) => {
    expect(masked(...values)).toEqual(hidden)
  })

  test('a value with a masked one in it is found', () => {
    const masks = createMasks(() => {})
    masks.add('s3cret\nabc')
    expect(['xs3cretx', 'ABC', 's3cre'].map((text) => masks.isIn(text))).toEqual([
      true,
      false,
      false,
    ])
  })
})
