import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { createSummary, fitSummary } from '../src/summary.ts'

const note = '\n*The rest did not fit: a summary has at most 1 MiB.*\n'

describe('a summary', () => {
  let dir: string
  let path: string
  beforeEach(() => {
    dir = mkdtempSync(join(tmpdir(), 'wavefront-summary-'))
    path = join(dir, 'summary.md')
    writeFileSync(path, '')
  })
  afterEach(() => rmSync(dir, { recursive: true }))

  test('grows', () => {
    const summary = createSummary(path)
    summary.append('# A')
    summary.append('b\n')
    expect(readFileSync(path, 'utf8')).toBe('# A\nb\n')
  })

  test('what is in the file already counts; past the bound there is one note and no more', () => {
    writeFileSync(path, 'x'.repeat(50))
    const summary = createSummary(path, 120)
    summary.append('one\ntwo\n')
    summary.append(`three\n${'y'.repeat(50)}\n`)
    summary.append('four\n')
    expect(readFileSync(path, 'utf8')).toBe(`${'x'.repeat(50)}one\ntwo\nthree\n${note}`)
  })

  test('without a file it is left out', () => {
    expect(() => createSummary(undefined).append('a')).not.toThrow()
  })
})

describe('cutting', () => {
  const room = (bytes: number) => bytes + Buffer.byteLength(note)
  test.each([
    ['what fits stays', 'ä\n', room(3), 'ä\n'],
    ['characters of several bytes count as such', `ääää\n${'b'.repeat(90)}\n`, room(8), note],
    ['a line is kept whole', `aa\nbb\n${'c'.repeat(90)}\n`, room(5), `aa\n${note}`],
    [
      'a code block is closed',
      `\`\`\`js\na\n${'b'.repeat(90)}\n\`\`\`\n`,
      room(12),
      `\`\`\`js\na\n\`\`\`\n${note}`,
    ],
    [
      'a fence in a fence closes nothing',
      `~~~~\n\`\`\`\n${'b'.repeat(90)}`,
      room(14),
      `~~~~\n\`\`\`\n~~~~\n${note}`,
    ],
    ['no room even for the note', 'x'.repeat(100), 10, ''],
  ])('%s', (_, markdown, bytes, expected) => {
    expect(fitSummary(markdown, bytes)).toBe(expected)
  })

  test('it never passes the bound', () => {
    const lines = fc.array(fc.oneof(fc.constantFrom('```', '````', '~~~', '```js'), fc.string()))
    fc.assert(
      fc.property(lines, fc.nat(200), (all, bytes) => {
        expect(Buffer.byteLength(fitSummary(all.join('\n'), bytes))).toBeLessThanOrEqual(bytes)
      }),
    )
  })
})
