import { UserError } from '@wavefront/errors'
import { reportFailure } from '../src/failure.ts'

let said: string[]
const { error } = console
beforeEach(() => {
  said = []
  console.error = (...words: unknown[]) => void said.push(words.join(' '))
})
afterEach(() => {
  console.error = error
})

describe('how an error is told', () => {
  test('one that the user can mend', () => {
    const code = reportFailure(
      new UserError({ what: 'wrong', where: 'plan.json:3', fix: 'do this' }),
    )
    expect({ code, said }).toEqual({
      code: 2,
      said: ['wavefront: plan.json:3: wrong\n  fix: do this'],
    })
  })

  test('several at once', () => {
    reportFailure(
      new UserError([
        { what: 'a', fix: 'b' },
        { what: 'c', fix: 'd' },
      ]),
    )
    expect(said).toEqual(['wavefront: 2 problems\na\n  fix: b\nc\n  fix: d'])
  })

  test.each(['EACCES', 'EROFS', 'ENOSPC'])('what the machine refuses: %s', (code) => {
    const refusal = Object.assign(new Error('no'), {
      code,
      path: '/repo/.wavefront',
      syscall: 'mkdir',
    })
    expect(reportFailure(refusal)).toBe(2)
    expect(said[0]).toContain(
      `wavefront: /repo/.wavefront: the machine refused to mkdir (${code})\n  fix: `,
    )
  })

  test('a fault of ours, with its stack and its causes', () => {
    expect(reportFailure(new Error('bug', { cause: new Error('beneath') }))).toBe(70)
    expect(said.join('\n')).toContain('this should not have happened')
    expect(said.join('\n')).toMatch(/Error: bug\n {4}at [\s\S]*caused by: Error: beneath/)
  })
})
