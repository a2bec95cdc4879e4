import { createForeignLog } from '../src/index.ts'

function shown(chunks: (string | Buffer)[]): string {
  let text = ''
  const log = createForeignLog((more) => {
    text += more
  })
  for (const chunk of chunks) log.write(chunk)
  log.end()
  return text
}

describe('chunks become whole lines', () => {
  const wave = Buffer.from('🌊')
  test.each<[string, (string | Buffer)[], string]>([
    ['nothing', [], ''],
    ['a line in pieces', ['::add-', 'mask::o', '\nb'], '│ ::add-mask::o\n│ b\n'],
    ['an old command in pieces', ['a #', '#', '[error]x\n'], '│ a # #[error]x\n'],
    ['a character in pieces', [wave.subarray(0, 2), wave.subarray(2), '\n'], '│ 🌊\n'],
    ['a line end in pieces', ['a\r', '\nb\n'], '│ a\n│ b\n'],
    ['half a character at the end', [wave.subarray(0, 2)], '│ \ufffd\n'],
  ])('%s', (_, chunks, expected) => {
    expect(shown(chunks)).toBe(expected)
  })

  test('a flood without line ends does not wait for one', () => {
    let lines = 0
    const log = createForeignLog(() => {
      lines += 1
    })
    for (let i = 0; i < 100; i++) log.write('x'.repeat(10_000))
    expect(lines).toBe(14)
  })
})
