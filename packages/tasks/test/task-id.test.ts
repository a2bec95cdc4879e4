import { isTaskId, parseTaskId } from '@wavefront/tasks'

describe('task ids', () => {
  test.each(['a', '7', 'bd-a3f8.1.2', 'Web_App-9', 'x'.repeat(128)])('%s is safe', (id) => {
    expect(isTaskId(id)).toBe(true)
  })

  test.each([
    ['empty', ''],
    ['two dots', 'a..b'],
    ['a lock file', 'x.lock'],
    ['an option', '-rf'],
    ['a command', '$(id)'],
    ['a dot at the end', 'a.'],
    ['a dot at the start', '.a'],
    ['a slash', 'a/b'],
    ['a space', 'a b'],
    ['a line break', 'a\nb'],
    ['a letter that looks like another', 'аbc'],
    ['129 characters', 'x'.repeat(129)],
  ])('%s is refused', (_, id) => {
    expect(isTaskId(id)).toBe(false)
  })

  test('a refusal shows the value and the rule', () => {
    expect(parseTaskId('a..b')).toEqual({
      ok: false,
      problems: [
        {
          what: 'task id "a..b" is not safe as a branch name',
          fix: 'use 1 to 128 letters, digits, ".", "_" and "-", beginning with a letter or digit, without ".." and not ending in "." or ".lock"',
        },
      ],
    })
  })

  test('a long value is cut in the refusal', () => {
    const refusal = parseTaskId('y'.repeat(200))
    expect(refusal).toMatchObject({
      problems: [{ what: expect.stringContaining('yyy… (200 characters)') }],
    })
  })
})
