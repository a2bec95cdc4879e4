import fc from 'fast-check'
import { disarm, disarmOwn, disarmTitle } from '../src/disarm.ts'
import { commandIn } from './runner-commands.ts'

const esc = '\u001b'

describe('foreign lines', () => {
  const lines: Record<string, [line: string, shown: string]> = {
    'plain words': ['npm test', '│ npm test'],
    nothing: ['', '│ '],
    'a mask': ['::add-mask::o', '│ ::add-mask::o'],
    'an indented command': [' \t::error file=a::x', '│  \t::error file=a::x'],
    'an old command': ['x ##[add-mask]o', '│ x # #[add-mask]o'],
    'three signs': ['###[error]x', '│ ## #[error]x'],
    'an attribute of Rust': ['#[derive(Debug)]', '│ #[derive(Debug)]'],
    'a heading': ['## Summary', '│ ## Summary'],
    'a joiner in it': ['#\u200d#[error]', '│ #\u200d #[error]'],
    'a soft hyphen in it': ['#\u00ad#\u00ad[error]', '│ # #[error]'],
    'a carriage return': ['50%\r::stop-commands::x\r\n100%', '│ 50%\n│ ::stop-commands::x\n│ 100%'],
    'other line ends': ['a\u2028::x::\u0085b\fc\vd', '│ a\n│ ::x::\n│ b\n│ c\n│ d'],
    colours: [`${esc}[1;31mred${esc}[39m`, `│ ${esc}[1;31mred${esc}[39m${esc}[0m`],
    'a cursor that moves': [`${esc}[2K${esc}[1Aup`, '│ up'],
    'a title of the terminal': [
      `${esc}]0;title\u0007#${esc}]8;;http://x${esc}\\#[error]`,
      '│ # #[error]',
    ],
    'what hides and reorders': ['a\u202eb\u0000c\u2066d\u0008', '│ abcd'],
    'an emoji of a family': ['👨\u200d👩', '│ 👨\u200d👩'],
  }
  test.each(Object.entries(lines))('%s', (_, [line, shown]) => {
    expect(disarm(line)).toBe(shown)
  })

  const fragments = fc.constantFrom(
    '::', ':', '#', '##', '##[', '[', ']', ' ', '\t', 'add-mask', 'stop-commands', 'error', 'set-env name=A',
    '::add-mask::', '##[error]', '\r', '\n', '\r\n', '\u2028', '\u0085', '\u000b', esc, `${esc}[`, `${esc}[31m`,
    `${esc}]0;`, '\u0007', '\u009b', '\u00ad', '\u200b', '\u200d', '\ufeff', '\u0301', '\ufe0f', '\u0000', '\u2060',
  ) // biome-ignore format: a table
  const hostile = fc
    .array(fc.oneof(fragments, fc.string({ unit: 'binary', maxLength: 3 })))
    .map((all) => all.join(''))

  test('no line of them is a command, whatever they are', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        expect(commandIn(`${disarm(text)}\n`)).toBeUndefined()
        expect(commandIn(`${disarmOwn(text)}\n`)).toBeUndefined()
        expect(commandIn(`##[group]${disarmTitle(text)}\n`)).toBe('group')
      }),
      { numRuns: 3000 },
    )
  })

  test('the runner that the test asks does see commands', () => {
    const seen = [
      ' ::add-mask::x',
      'a ##[error]x',
      '\u200b::debug::x',
      '##\u00ad[x]',
      'ok\r::x::',
    ].map(commandIn)
    expect(seen).toEqual(['add-mask', 'error', 'debug', 'x', 'x'])
  })

  test('no letter of plain text is lost', () => {
    const plain = fc.string({ unit: fc.constantFrom(...'abc #[]:{}$\t', 'ä', '🌊') })
    fc.assert(
      fc.property(plain, (text) => {
        expect(disarm(text).slice(2).replaceAll('# #[', '##[')).toBe(text.replaceAll('# #[', '##['))
      }),
    )
  })
})

describe('our own words', () => {
  test.each([
    ['plain words', 'Wave 3: 5 tasks', 'Wave 3: 5 tasks'],
    [
      'a title that is a command',
      'begun:\n::set-output name=a::b',
      'begun:\n│ ::set-output name=a::b',
    ],
    ['a title that is an old command', 'task "##[error]x"', '│ task "# #[error]x"'],
  ])('%s', (_, text, shown) => {
    expect(disarmOwn(text)).toBe(shown)
  })

  test('a title is one line', () => {
    expect(disarmTitle(`a\n::endgroup::\r\n${esc}[31mb `)).toBe('a ::endgroup:: b')
  })
})
