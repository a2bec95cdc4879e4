import { UserError } from '@wavefront/errors'
import { openGitHub } from '@wavefront/github'

test.each(['', 'name', 'o/r/x', 'o/..', '../r', 'o/r?x', 'o /r', 'o/r\n'])(
  '%j is refused',
  (repository) => {
    expect(() => openGitHub({ token: 't', repository })).toThrow(UserError)
  },
)

test('opening asks nobody', () => {
  expect(() =>
    openGitHub({ token: 't', repository: 'o/r.js', apiUrl: 'http://127.0.0.1:1' }),
  ).not.toThrow()
})
