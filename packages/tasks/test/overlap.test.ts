import { overlap } from '@wavefront/tasks'
import fc from 'fast-check'
import picomatch from 'picomatch'

describe('overlap of declared files', () => {
  test.each([
    ['src/a.ts', 'src/a.ts', true],
    ['./src/a.ts', 'src/a.ts', true],
    ['src/a.ts', 'src/b.ts', false],
    ['src', 'src/a.ts', true],
    ['src/', 'src/deep/er/a.ts', true],
    ['src', 'srcery/a.ts', false],
    ['src/*.ts', 'src/a.ts', true],
    ['src/*.ts', 'src/a.js', false],
    ['src/*.ts', 'src/deep/a.ts', false],
    ['src/**/*.ts', 'src/deep/er/a.ts', true],
    ['src/**', 'src', true],
    ['**/*.md', 'docs/**', true],
    ['**/*.md', 'src/*.ts', false],
    ['src/*.{ts,tsx}', 'src/a.tsx', true],
    ['src/*.{ts,tsx}', 'src/a.css', false],
    ['src/[ab].ts', 'src/b.ts', true],
    ['src/[!ab].ts', 'src/b.ts', false],
    ['src/[a-f].ts', 'src/[e-z].ts', true],
    ['src/[a-d].ts', 'src/[e-z].ts', false],
    ['a?c', 'ab*', true],
    ['a?c', 'ab*d', false],
    ['packages/*/src', 'packages/core/src/x.ts', true],
    ['packages/*/src/**', 'packages/core/test/x.ts', false],
  ])('%s with %s: %s', (one, other, expected) => {
    expect(overlap([one], [other]) !== undefined).toBe(expected)
    expect(overlap([other], [one]) !== undefined).toBe(expected)
  })

  test('names what the two have in common', () => {
    expect(overlap(['a', 'b'], ['c', 'b'])).toBe('b')
    expect(overlap(['src/**'], ['src/a.ts'])).toBe('src/** and src/a.ts')
    expect(overlap([], ['a'])).toBeUndefined()
  })

  test('too many alternatives count as anything', () => {
    expect(overlap(['{a,b}'.repeat(9)], ['zzz'])).toBeDefined()
  })
})

describe('against enumerating all small paths', () => {
  const piece = fc.constantFrom('a', 'b', '*', '?', '[ab]', '[^a]', '{a,bb}')
  const segment = fc.oneof(
    {
      weight: 4,
      arbitrary: fc.array(piece, { minLength: 1, maxLength: 3 }).map((p) => p.join('')),
    },
    { weight: 1, arbitrary: fc.constant('**') },
  )
  const glob = fc
    .array(segment, { minLength: 1, maxLength: 2 })
    .map((segments) => segments.join('/'))
    .filter((text) => !/\*\*./.test(text.replaceAll('**/', '')) && !/[^/]\*\*/.test(text))
  const paths = enumerate()

  /** A glob also owns all below what it matches. */
  function owns(pattern: string): (path: string) => boolean {
    const is = picomatch(pattern)
    return (path) => path.split('/').some((_, i, all) => is(all.slice(0, i + 1).join('/')))
  }

  test('two globs with a path in common overlap', () => {
    fc.assert(
      fc.property(glob, glob, (one, other) => {
        const inOne = owns(one)
        const inOther = owns(other)
        const common = paths.find((path) => inOne(path) && inOther(path))
        if (common !== undefined) expect(overlap([one], [other])).toBeDefined()
      }),
      { numRuns: 300 },
    )
  })

  test('two single segments overlap only with a path in common', () => {
    const single = fc.array(piece, { minLength: 1, maxLength: 3 }).map((p) => p.join(''))
    fc.assert(
      fc.property(single, single, (one, other) => {
        fc.pre(!/\*\*/.test(one + other))
        const common = paths.some((path) => owns(one)(path) && owns(other)(path))
        expect(overlap([one], [other]) !== undefined).toBe(common)
      }),
      { numRuns: 300 },
    )
  })

  function enumerate(): string[] {
    let words = ['']
    const all: string[] = []
    for (let length = 1; length <= 6; length++) {
      words = words.flatMap((word) => ['a', 'b', 'c'].map((letter) => word + letter))
      all.push(...words)
    }
    const short = all.filter((word) => word.length <= 2)
    return [...all, ...short.flatMap((one) => short.map((other) => `${one}/${other}`))]
  }
})
