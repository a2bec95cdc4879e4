import { makeHermetic } from '@wavefront/testing'
import fc from 'fast-check'
import { align } from '../../src/merge/align.ts'
import { settleText } from '../../src/merge/settle-text.ts'
import { tokenise } from '../../src/merge/tokens.ts'

beforeAll(() => makeHermetic())

describe('one text of three', () => {
  const cases = [
    {
      name: 'insertions at one place',
      base: 'a\nz\n',
      ours: 'a\nours\nz\n',
      theirs: 'a\ntheirs\nz\n',
      settled: {
        content: 'a\nours\ntheirs\nz\n',
        decisions: [{ step: 'both-inserted', line: 2 }],
      },
    },
    {
      name: 'insertions at the end of a file that does not end with a line break',
      base: 'a',
      ours: 'a\nours',
      theirs: 'a\ntheirs',
      settled: { content: 'a\nours\ntheirs', decisions: [{ step: 'both-inserted', line: 2 }] },
    },
    {
      name: 'one insertion, spaced differently',
      base: 'a\n',
      ours: 'a\nf( x )\n',
      theirs: 'a\nf(x)\n',
      settled: { content: 'a\nf(x)\n', decisions: [{ step: 'same-but-white-space', line: 2 }] },
    },
    {
      name: 'two edits on one line',
      base: 'const total = price * count\n',
      ours: 'const sum = price * count\n',
      theirs: 'const total = price * count * tax\n',
      settled: {
        content: 'const sum = price * count * tax\n',
        decisions: [{ step: 'token-by-token', line: 1 }],
      },
    },
    {
      name: 'a line that the tip deleted beside lines that the task edited',
      base: 'f():\n  if x:\n    a = 1\n  else:\n    a = 2\nend\n',
      ours: 'f():\n    a = 1\n  else:\n    a = 2\nend\n',
      theirs: 'f():\n  if x:\n  b = [x]\nend\n',
      settled: {
        content: 'f():\n  b = [x]\nend\n',
        decisions: [{ step: 'side-by-side', line: 2 }],
      },
    },
    {
      name: 'a line that the tip inserted beside one that the task replaced',
      base: 'one\ntwo is long\nthree\n',
      ours: 'one\nnew line\ntwo is long\nthree\n',
      theirs: 'one\n2 was replaced altogether\nthree\n',
      settled: {
        content: 'one\nnew line\n2 was replaced altogether\nthree\n',
        decisions: [{ step: 'side-by-side', line: 2 }],
      },
    },
    {
      name: 'neighbours that each side deleted one of',
      base: 'k\na\nb\nz\n',
      ours: 'k\nb\nz\n',
      theirs: 'k\na\nz\n',
      settled: { content: 'k\nz\n', decisions: [{ step: 'side-by-side', line: 2 }] },
    },
    {
      name: 'neighbours that each side replaced one of',
      base: 'k\nalpha()\nbeta()\nz\n',
      ours: 'k\nconst first = 1\nbeta()\nz\n',
      theirs: 'k\nalpha()\nlet other = [2]\nz\n',
      settled: {
        content: 'k\nconst first = 1\nlet other = [2]\nz\n',
        decisions: [{ step: 'side-by-side', line: 2 }],
      },
    },
    {
      name: 'a place that both changed among others that touch it',
      base: 'a\nb\nc\nd = 1 + 1\ne\n',
      ours: 'A\nb\nc\nd = 2 + 1\ne\n',
      theirs: 'a\nB\nC\nd = 1 + 2\ne\n',
      settled: {
        content: 'A\nB\nC\nd = 2 + 2\ne\n',
        decisions: [
          { step: 'side-by-side', line: 1 },
          { step: 'token-by-token', line: 2 },
        ],
      },
    },
    {
      name: 'spaces that each side took away at another place of a line',
      base: 'x\n  [ a ],\ny\n',
      ours: 'x\n  [a ],\ny\n',
      theirs: 'x\n  [ a],\ny\n',
      settled: {
        content: 'x\n  [a],\ny\n',
        decisions: [{ step: 'token-by-token', line: 2 }],
      },
    },
    {
      name: 'neighbours that each side indented one of',
      base: 'a {\nb()\nc()\n}\n',
      ours: 'a {\n  b()\nc()\n}\n',
      theirs: 'a {\nb()\n  c()\n}\n',
      settled: {
        content: 'a {\n  b()\n  c()\n}\n',
        decisions: [{ step: 'side-by-side', line: 2 }],
      },
    },
    {
      name: 'a deletion that gives way beside lines that do',
      base: 'a\nb = 1\nc\nd\nz\n',
      ours: 'a\nb = 2\nz\n',
      theirs: 'a\nb = 3\nc\nD\nz\n',
      settled: {
        content: 'a\nb = 3\nc\nD\nz\n',
        decisions: [
          {
            step: 'task-lines',
            line: 2,
            gaveWay: {
              lines: ['b = 2', '(1 line was deleted here)'],
              kept: ['b = 3', 'c', 'D'],
              of: 'tip',
            },
          },
        ],
      },
    },
    {
      name: 'overlapping edits lose nothing but the hunk',
      base: 'head\nvalue = 1\nmiddle\n2\n3\ntail\n',
      ours: 'HEAD\nvalue = 2\nmiddle\n2\n3\nTAIL\n',
      theirs: 'head\nvalue = 3\nmiddle\n2\n3\ntail\n',
      settled: {
        content: 'head\nvalue = 3\nmiddle\n2\n3\nTAIL\n',
        decisions: [
          {
            step: 'task-lines',
            line: 1,
            gaveWay: { lines: ['HEAD', 'value = 2'], kept: ['head', 'value = 3'], of: 'tip' },
          },
        ],
      },
    },
    {
      name: 'lines that the tip deleted and the task edited',
      base: 'a\nb\nc\n',
      ours: 'a\nc\n',
      theirs: 'a\nB\nc\n',
      settled: {
        content: 'a\nB\nc\n',
        decisions: [
          {
            step: 'task-lines',
            line: 2,
            gaveWay: { lines: ['(1 line was deleted here)'], kept: ['B'], of: 'tip' },
          },
        ],
      },
    },
    {
      name: 'lines that the task deleted and the tip edited',
      base: 'a\nb\nb\nc\n',
      ours: 'a\nB\nb\nc\n',
      theirs: 'a\nc\n',
      settled: {
        content: 'a\nc\n',
        decisions: [
          {
            step: 'task-lines',
            line: 2,
            gaveWay: { lines: ['B', 'b'], kept: ['(2 lines were deleted here)'], of: 'tip' },
          },
        ],
      },
    },
    {
      name: 'the line is that of the merged file',
      base: 'a\nb\nc\nd\n1\n',
      ours: 'a\nnew\nnewer\nb\nc\nd\n2\n',
      theirs: 'a\nb\nc\nd\n3\n',
      settled: {
        content: 'a\nnew\nnewer\nb\nc\nd\n3\n',
        decisions: [
          { step: 'task-lines', line: 7, gaveWay: { lines: ['2'], kept: ['3'], of: 'tip' } },
        ],
      },
    },
    {
      name: 'line endings of Windows survive',
      base: 'a\r\n1\r\n',
      ours: 'a\r\n2\r\n',
      theirs: 'a\r\n3\r\n',
      settled: {
        content: 'a\r\n3\r\n',
        decisions: [
          { step: 'task-lines', line: 2, gaveWay: { lines: ['2'], kept: ['3'], of: 'tip' } },
        ],
      },
    },
    {
      name: 'one side turned the line endings, the other edited',
      base: 'a\nb\nc\n',
      ours: 'a\r\nb\r\nc\r\n',
      theirs: 'a\nB\nc\n',
      settled: { content: 'a\r\nB\r\nc\r\n', decisions: [] },
    },
    {
      name: 'one side ended the last line',
      base: 'a\nb',
      ours: 'a\nb\n',
      theirs: 'A\nb',
      settled: { content: 'A\nb\n', decisions: [] },
    },
  ]
  test.each(cases)('$name', async ({ base, ours, theirs, settled }) => {
    expect(await settleText({ base, ours, theirs }, align)).toEqual(settled)
  })
})

describe('where lines that the tip only inserted are kept', () => {
  const decision = (line: number, lines: readonly string[], kept: readonly string[]) => ({
    step: 'task-lines',
    line,
    gaveWay: { lines, kept, of: 'tip' },
  })
  const cases = [
    {
      name: 'they stand where they stood',
      base: 'a\nvalue = 1\nz\n',
      ours: 'a\n# new\nvalue = 2\nz\n',
      theirs: 'a\nvalue = 3\nz\n',
      settled: {
        content: 'a\n# new\nvalue = 3\nz\n',
        decisions: [decision(3, ['value = 2'], ['value = 3'])],
      },
    },
    {
      name: 'an edit that both made does not give way',
      base: 'a\nvalue = 1\nz\n',
      ours: 'a\nvalue = 2\n# new\nz\n',
      theirs: 'a\nvalue = 2\nz\n# end\n',
      settled: {
        content: 'a\nvalue = 2\n# new\nz\n# end\n',
        decisions: [{ step: 'both-inserted', line: 2 }],
      },
    },
    {
      name: 'what replaces a line is no insertion',
      base: 'a\nvalue = 1\nz\n',
      ours: 'a\nsomething else\nz\n',
      theirs: 'a\nvalue = 3\nz\n',
      settled: {
        content: 'a\nvalue = 3\nz\n',
        decisions: [decision(2, ['something else'], ['value = 3'])],
      },
    },
  ]
  test.each(cases)('$name', async ({ base, ours, theirs, settled }) => {
    const options = { keepInserts: true }
    expect(await settleText({ base, ours, theirs }, align, options)).toEqual(settled)
  })
})

describe.each([{ keepInserts: false }, { keepInserts: true }])(
  'whatever both sides did: %j',
  (options) => {
    const line = fc.array(fc.constantFrom('a', 'b', 'c', '(', ')', ' '), { maxLength: 4 })
    const text = fc.array(
      line.map((words) => words.join('')),
      { maxLength: 6 },
    )

    test('each line that a side added is in the result, or its words are, or a record has it', async () => {
      await fc.assert(
        fc.asyncProperty(text, text, text, async (base, ours, theirs) => {
          const { content, decisions } = await settleText(
            { base: join(base), ours: join(ours), theirs: join(theirs) },
            align,
            options,
          )
          const lines = content.split('\n')
          const gaveWay = decisions.flatMap((decision) => decision.gaveWay?.lines ?? [])
          for (const { gaveWay } of decisions)
            expect(gaveWay?.lines.length === 0 || gaveWay?.kept.length === 0).toEqual(false)
          const isMixed = decisions.some(
            ({ step }) => step !== 'task-lines' && step !== 'both-inserted',
          )
          const words = isMixed
            ? new Set(tokenise(content).filter((word) => word !== ' '))
            : new Set()
          for (const added of [...ours, ...theirs].filter((one) => !base.includes(one))) {
            const isThere = lines.includes(added) || gaveWay.includes(added)
            const isInWords = tokenise(added).every((word) => word.trim() === '' || words.has(word))
            expect({
              added,
              content,
              decisions,
              kept: isThere || (isMixed && isInWords),
            }).toMatchObject({ kept: true })
          }
        }),
        { numRuns: 100 },
      )
    })

    test('a side that changed nothing has no say', async () => {
      await fc.assert(
        fc.asyncProperty(text, text, async (base, other) => {
          const still = { base: join(base), ours: join(base), theirs: join(other) }
          expect(await settleText(still, align, options)).toEqual({
            content: join(other),
            decisions: [],
          })
          const turned = { base: join(base), ours: join(other), theirs: join(base) }
          expect(await settleText(turned, align, options)).toEqual({
            content: join(other),
            decisions: [],
          })
        }),
        { numRuns: 30 },
      )
    })

    function join(lines: readonly string[]): string {
      return lines.map((one) => `${one}\n`).join('')
    }
  },
)
