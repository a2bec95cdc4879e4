import fc from 'fast-check'
import { joinSums } from '../../../src/merge/locks/go-sum.ts'

test('all sums of both sides, in the order of `go`', () => {
  const base = 'example.com/a v1.9.0 h1:x=\nexample.com/a v1.9.0/go.mod h1:y=\n'
  const ours = `${base}example.com/a v1.10.0 h1:o=\nexample.com/a v1.10.0/go.mod h1:p=\n`
  const theirs =
    'example.com/a v1.10.0-rc.2 h1:r=\nexample.com/a v1.10.0-rc.11/go.mod h1:s=\nexample.com/B v0.0.1 h1:q=\n'
  expect(joinSums({ base, ours, theirs })).toEqual({
    is: 'joined',
    content: [
      'example.com/B v0.0.1 h1:q=',
      'example.com/a v1.9.0 h1:x=',
      'example.com/a v1.9.0/go.mod h1:y=',
      'example.com/a v1.10.0-rc.2 h1:r=',
      'example.com/a v1.10.0-rc.11/go.mod h1:s=',
      'example.com/a v1.10.0 h1:o=',
      'example.com/a v1.10.0/go.mod h1:p=',
      '',
    ].join('\n'),
  })
})

test('versions by date and commit', () => {
  const older = 'm v0.0.0-20191109021931-daa7c04131f5 h1:x=\n'
  const newer = 'm v0.0.0-20220722155255-886fb9371eb4 h1:y=\n'
  expect(joinSums({ base: '', ours: newer, theirs: older })).toEqual({
    is: 'joined',
    content: older + newer,
  })
})

describe('two sums for one version', () => {
  const cases = [
    { name: 'of one algorithm', ours: 'm v1 h1:x=\n', theirs: 'm v1 h1:y=\n', is: 'contradictory' },
    { name: 'of two algorithms', ours: 'm v1 h1:x=\n', theirs: 'm v1 h2:y=\n', is: 'joined' },
    { name: 'of its go.mod', ours: 'm v1 h1:x=\n', theirs: 'm v1/go.mod h1:y=\n', is: 'joined' },
  ]
  test.each(cases)('$name', ({ ours, theirs, is }) => {
    expect(joinSums({ base: '', ours, theirs })).toMatchObject({ is })
  })
})

test('whatever the sides are: all lines of both, sorted, and the same from either side', () => {
  const version = fc
    .tuple(fc.nat(11), fc.nat(11), fc.constantFrom('', '-rc.1', '-a', '-0.1', '+incompatible'))
    .map(([minor, patch, rest]) => `v1.${minor}.${patch}${rest}`)
  const file = fc.constantFrom('', '/go.mod')
  const line = fc
    .tuple(fc.constantFrom('a', 'b/c', 'B'), version, file)
    .map(([module, version, file]) => `${module} ${version}${file} h1:=`)
  const text = fc.array(line).map((lines) => lines.map((one) => `${one}\n`).join(''))
  fc.assert(
    fc.property(text, text, text, (base, ours, theirs) => {
      const joined = joinSums({ base, ours, theirs })
      expect(joinSums({ base, ours: theirs, theirs: ours })).toEqual(joined)
      const content = joined.is === 'joined' ? joined.content : ''
      expect(new Set(content.split('\n'))).toEqual(new Set(`${ours}${theirs}\n`.split('\n')))
      expect(joinSums({ base, ours: content, theirs: content })).toEqual(joined)
    }),
  )
})
