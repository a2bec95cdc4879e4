import { settleByResolver } from '../../../src/merge/resolver/settle-by-resolver.ts'

describe('what a resolver made of a text', () => {
  const sides = { base: 'a\n', ours: 'a\nour own\n', theirs: 'a\ntheir own\n' }
  const cases = [
    {
      name: 'everything',
      content: 'a\ntheir own, our own\n',
      decisions: [{ step: 'resolver' }],
    },
    {
      name: 'nothing of what the tip added',
      content: 'a\ntheir own\n',
      decisions: [
        {
          step: 'resolver',
          gaveWay: { lines: ['our own'], kept: ['(as the resolver merged it)'], of: 'tip' },
        },
      ],
    },
    {
      name: 'nothing of what the task added',
      content: 'a\nour own\n',
      decisions: [
        {
          step: 'resolver',
          gaveWay: { lines: ['their own'], kept: ['(as the resolver merged it)'], of: 'task' },
        },
      ],
    },
  ]
  test.each(cases)('$name', async ({ content, decisions }) => {
    expect(await settleByResolver('a.ts', sides, async () => content)).toEqual({
      content,
      decisions,
    })
  })

  test('one of two lines alike, whose words are elsewhere', async () => {
    const twice = { base: 'a\n', ours: 'f()\na\nf()\n', theirs: 'a\nf()!\n' }
    const { decisions } =
      (await settleByResolver('a.ts', twice, async () => 'f()\na\nf()!\n')) ?? {}
    const gaveWay = { lines: ['f()'], kept: ['(as the resolver merged it)'], of: 'tip' }
    expect(decisions).toEqual([{ step: 'resolver', gaveWay }])
  })

  test('nothing at all', async () => {
    expect(await settleByResolver('a.ts', sides, async () => undefined)).toBeUndefined()
  })
})
