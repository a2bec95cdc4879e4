import { fitBody, longestBody } from '@wavefront/github'
import fc from 'fast-check'

const note = '_Cut here: GitHub takes no more of a text._'

test('a text that fits stays as it is, to the last character', () => {
  const body = `${'a'.repeat(longestBody - 3)}😀\n`
  expect(fitBody(body)).toBe(body)
})

const filler = (lines: number) => Array.from({ length: lines }, (_, n) => `line ${n}`).join('\n')

const cases: readonly {
  name: string
  body: string
  limit: number
  cut: string
}[] = [
  {
    name: 'lines of text, after a line',
    body: 'one\ntwo\nthree\nfour\nfive and more than that, and more\nsix, which is the longest line of all of these',
    limit: 60,
    cut: `one\ntwo\nthree\n\n${note}`,
  },
  {
    name: 'a table, before it',
    body: `${filler(10)}\n\n| a | b |\n| - | - |\n| 1 | 2 |\n| 3 | 4 |\n| 5 | 6 |\n${filler(20)}`,
    limit: filler(10).length + 75,
    cut: `${filler(10)}\n\n\n${note}`,
  },
  {
    name: 'a table with nothing much before it, after a row',
    body: `x\n| a |\n| - |\n${'| 1 |\n'.repeat(50)}`,
    limit: 76,
    cut: `x\n| a |\n| - |\n| 1 |\n| 1 |\n| 1 |\n\n${note}`,
  },
  {
    name: 'a block of code with nothing much before it, which is closed',
    body: `x\n~~~~ts\n\`\`\`\n${'<details>\n'.repeat(50)}~~~~\n`,
    limit: 84,
    cut: `x\n~~~~ts\n\`\`\`\n<details>\n<details>\n~~~~\n\n${note}`,
  },
  {
    name: 'a block of code in a quote, which is closed there',
    body: `> \`\`\`\n${'> code\n'.repeat(50)}`,
    limit: 80,
    cut: `> \`\`\`\n> code\n> code\n> code\n> \`\`\`\n\n${note}`,
  },
  {
    name: 'a block of code in a list, which is closed there',
    body: `- ~~~\n${'  code\n'.repeat(50)}`,
    limit: 80,
    cut: `- ~~~\n  code\n  code\n  code\n  ~~~\n\n${note}`,
  },
  {
    name: 'a block of code that ended with its quote is not closed again',
    body: `> \`\`\`\n> code\n\n${'text\n'.repeat(50)}`,
    limit: 66,
    cut: `> \`\`\`\n> code\n\ntext\n\n${note}`,
  },
  {
    name: 'nested details, which are closed',
    body: `<details><summary>one</summary>\n\n<details>\n<summary>two</summary>\n\n${'text\n'.repeat(50)}`,
    limit: 140,
    cut: `<details><summary>one</summary>\n\n<details>\n<summary>two</summary>\n\ntext\n\n</details>\n</details>\n\n${note}`,
  },
  {
    name: 'details that were closed are not closed again',
    body: `<details>\nx\n</details>\n${'text\n'.repeat(50)}`,
    limit: 80,
    cut: `<details>\nx\n</details>\ntext\ntext\n\n${note}`,
  },
  {
    name: 'tags in code are only text',
    body: `\`<details>\` and \`\`<table>\`\`\n${'text\n'.repeat(50)}`,
    limit: 80,
    cut: `\`<details>\` and \`\`<table>\`\`\ntext\n\n${note}`,
  },
  {
    name: 'a comment of several lines, before it',
    body: `text\n<!--\n${'hidden\n'.repeat(50)}-->\n`,
    limit: 80,
    cut: `text\n\n${note}`,
  },
  {
    name: 'a tag of several lines, before it',
    body: `text\n<a\n${'  title="x"\n'.repeat(50)}>x</a>\n`,
    limit: 80,
    cut: `text\n\n${note}`,
  },
  { name: 'one line that is too long', body: 'x'.repeat(200), limit: 60, cut: note },
  { name: 'no room even for the note', body: 'x'.repeat(200), limit: 10, cut: '' },
]

test.each(cases)('it is cut: $name', ({ body, limit, cut }) => {
  expect(fitBody(body, limit)).toBe(cut)
})

const anyLine = fc.constantFrom(
  ...['text', '| a | b |', '```', '```ts', '~~~', '<details>', '</details>', '😀😀😀', ''],
  ...['<!--', '-->', '<summary>x</summary>', '<table>', '<tr><td>x', '</table>'],
)

test('whatever it is, it fits, it begins as it did, and no block of code stays open', () => {
  fc.assert(
    fc.property(
      fc.array(anyLine, { maxLength: 60 }),
      fc.integer({ min: 0, max: 300 }),
      (lines, limit) => {
        const body = lines.join('\n')
        const cut = fitBody(body, limit)
        expect(cut.length).toBeLessThanOrEqual(limit)
        if (cut === body || cut === '') return
        expect(cut.endsWith(note)).toBe(true)
        const kept = cut.split('\n').slice(0, -2)
        const same = kept.findIndex((line, index) => line !== lines[index])
        const added = same < 0 ? [] : kept.slice(same)
        expect(added.filter((line) => !/^(`{3,}|~{3,}|<\/\w+>|)$/.test(line))).toEqual([])
        expect(isInCode(cut.split('\n'))).toBe(false)
      },
    ),
    { numRuns: 500 },
  )
})

/** Independent of the code under test: a plain reading of CommonMark's rule for fences. */
function isInCode(lines: readonly string[]): boolean {
  let fence = ''
  let isComment = false
  for (const line of lines) {
    if (isComment) isComment = !line.includes('-->')
    else if (fence === '' && line === '<!--') isComment = true
    else if (fence === '' && /^(```|~~~)/.test(line)) fence = line.slice(0, 3)
    else if (fence !== '' && line === fence) fence = ''
  }
  return fence !== ''
}
