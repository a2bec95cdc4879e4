/** What the scripted agent writes for each task: whole new files, and a registration. */
export interface Deed {
  readonly files: Readonly<Record<string, string>>
  /** The command to register in src/commands.js. */
  readonly command?: string
}

export interface Circumstances {
  /** The prompt tells of a failed attempt, and why. */
  readonly knowsFailure: boolean
}

export const deeds: Readonly<Record<string, (circumstances: Circumstances) => Deed>> = {
  'tally-words': () => ({
    command: 'words',
    files: {
      'src/words.js': `export function words(text) {
  return text.split(/\\s+/).filter(Boolean).length
}
`,
      'test/words.test.js': testOf('words', [
        ['a sentence', 'to be or not to be', '6'],
        ['nothing', '', '0'],
      ]),
    },
  }),
  'tally-lines': () => ({
    command: 'lines',
    files: {
      'src/lines.js': `export function lines(text) {
  return text === '' ? 0 : text.replace(/\\n$/, '').split('\\n').length
}
`,
      'test/lines.test.js': testOf('lines', [
        ['two lines', 'one\\ntwo\\n', '2'],
        ['nothing', '', '0'],
      ]),
    },
  }),
  'tally-longest': () => ({
    command: 'longest',
    files: {
      'src/longest.js': `export function longest(text) {
  const words = text.split(/\\s+/)
  return words.reduce((found, word) => (word.length > found.length ? word : found), '')
}
`,
      'test/longest.test.js': testOf('longest', [
        ['a sentence', 'to be or perhaps not', "'perhaps'"],
      ]),
    },
  }),
  'tally-average': ({ knowsFailure }) => ({
    command: 'average',
    files: {
      'src/average.js': averageSource(knowsFailure),
      'test/average.test.js': testOf('average', [
        ['two lines', 'one two\\nthree\\n', "'1.5'"],
        ['a text without lines', '', "'0.0'"],
      ]),
    },
  }),
  'tally-frequency': () => ({
    command: 'frequency',
    files: {
      'src/frequency.js': `export function frequency(text) {
  const counts = new Map()
  for (const word of text.split(/\\s+/).filter(Boolean)) {
    counts.set(word, (counts.get(word) ?? 0) + 1)
  }
  const ranking = [...counts].sort(([a, m], [b, n]) => n - m || a.localeCompare(b))
  return ranking.slice(0, 3).map(([word, count]) => \`\${word} \${count}\`).join('\\n')
}
`,
      'test/frequency.test.js': testOf('frequency', [
        ['a sentence', 'to be or not to be', "'be 2\\nto 2\\nnot 1'"],
      ]),
    },
  }),
  'tally-shout': () => ({
    command: 'shout',
    files: {
      'src/shout.js': `import { longest } from './longest.js'

export function shout(text) {
  return longest(text).toUpperCase()
}
`,
      'test/shout.test.js': testOf('shout', [['a sentence', 'to be or perhaps not', "'PERHAPS'"]]),
    },
  }),
  'tally-report': () => ({
    command: 'report',
    files: {
      'src/report.js': `import { average } from './average.js'
import { lines } from './lines.js'
import { words } from './words.js'

export function report(text) {
  return \`\${words(text)} words, \${lines(text)} lines, \${average(text)} words a line\`
}
`,
      'test/report.test.js': testOf('report', [
        ['two lines', 'one two\\nthree\\n', "'3 words, 2 lines, 1.5 words a line'"],
      ]),
    },
  }),
  'tally-readme': () => ({
    files: {
      'README.md': `# tally

Says things about a text.

    echo "to be or not to be" | node src/cli.js words

| command | prints |
|---|---|
| words, lines | how many there are |
| longest, shout | the longest word, in capitals if need be |
| average | words in a line |
| frequency | the three most frequent words |
| report | all numbers at once |
`,
    },
  }),
}

/** At first the agent forgets the text without lines; told of the failed test, it does not. */
function averageSource(knowsFailure: boolean): string {
  const body = knowsFailure
    ? `  const count = lines(text)
  return (count === 0 ? 0 : words(text) / count).toFixed(1)`
    : `  return (words(text) / lines(text)).toFixed(1)`
  return `import { lines } from './lines.js'
import { words } from './words.js'

export function average(text) {
${body}
}
`
}

function testOf(name: string, cases: readonly (readonly [string, string, string])[]): string {
  const tests = cases.map(
    ([what, text, expected]) => `test('${name} of ${what}', () => {
  assert.equal(commands.${name}('${text}'), ${expected})
})`,
  )
  return `import assert from 'node:assert/strict'
import test from 'node:test'
import { commands } from '../src/commands.js'

${tests.join('\n\n')}
`
}
