import { fillIn, parseResolver } from '../../../src/merge/resolver/parse-command.ts'

describe('a resolver’s command', () => {
  const cases = [
    {
      setting: 'mergiraf',
      words: ['mergiraf', 'merge', '--git', '%O', '%A', '%B', '-p', '%P'],
    },
    { setting: ' tool  %A --on="%O" ', words: ['tool', '%A', '--on=%O'] },
    { setting: `"my tool" '%A "b"' ''`, words: ['my tool', '%A "b"', ''] },
    { setting: 'tool %A; rm -rf $HOME', words: ['tool', '%A;', 'rm', '-rf', '$HOME'] },
  ]
  test.each(cases)('$setting', ({ setting, words }) => {
    expect(parseResolver(setting)).toEqual(words)
  })

  const refused = [
    { setting: 'tool "%A', why: /a quotation in it has no end/ },
    { setting: 'mergiraff', why: /it has no %A/ },
    { setting: '', why: /it has no %A/ },
  ]
  test.each(refused)('$setting is refused', ({ setting, why }) => {
    expect(() => parseResolver(setting)).toThrow(why)
  })

  test('a path is one word, whatever is in it', () => {
    const values = { O: '/o', A: '/a', B: '/b', P: 'x %A "; rm', L: '7', S: 's', X: 'x', Y: 'y' }
    expect(fillIn(['%O', '-p%P', '%L', '100%%A', '%S%X%Y', '%Z'], values)).toEqual([
      '/o',
      '-px %A "; rm',
      '7',
      '100%A',
      'sxy',
      '%Z',
    ])
  })
})
