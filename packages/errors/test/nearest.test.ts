import { nearest, suggest } from '@wavefront/errors'

describe('the nearest known word', () => {
  test.each([
    ['modle', ['model', 'form'], 'model'],
    ['Model', ['model'], 'model'],
    ['auth-lgin', ['auth-login', 'auth-logout'], 'auth-login'],
    ['d', ['a', 'b'], undefined],
    ['xyz', ['abc'], undefined],
    ['something', ['else'], undefined],
    ['', ['a'], undefined],
  ])('%s among %j: %s', (word, known, expected) => {
    expect(nearest(word, known)).toBe(expected)
  })

  test('as words for a message', () => {
    expect(suggest('modle', ['model'])).toBe(' (did you mean "model"?)')
    expect(suggest('d', ['a'])).toBe('')
  })
})
