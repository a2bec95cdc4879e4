import { findTarget } from '../../src/doctor/find-target.ts'
import { findToken, type TokenWish } from '../../src/doctor/find-token.ts'

const origin = { host: 'ghe.example.com', repository: 'octo/demo' }

describe('the repository that is asked about', () => {
  test.each([
    ['of the remote', {}, { repository: 'octo/demo', api: 'https://ghe.example.com/api/v3' }],
    [
      'another one there',
      { repository: 'octo/other' },
      { repository: 'octo/other', api: 'https://ghe.example.com/api/v3' },
    ],
    [
      'at another API',
      { api: 'https://api.github.com/' },
      { repository: 'octo/demo', api: 'https://api.github.com' },
    ],
    [
      'on this machine',
      { api: 'http://127.0.0.1:8080' },
      { repository: 'octo/demo', api: 'http://127.0.0.1:8080' },
    ],
  ])('%s', (_, wish, place) => {
    expect(findTarget(wish, origin)).toEqual(place)
  })

  test('without a remote', () => {
    expect(findTarget({ repository: 'o/r' }, undefined)).toEqual({
      repository: 'o/r',
      api: 'https://api.github.com',
    })
    expect(() => findTarget({}, undefined)).toThrow('--repository octocat/hello-world')
  })

  test.each(['octo', 'octo/', 'octo/..', 'a/b/c', '../x', 'octo/de mo'])(
    '%j is none',
    (repository) => {
      expect(() => findTarget({ repository }, origin)).toThrow('is not a repository')
    },
  )

  test.each([
    'api.github.com',
    'http://api.github.com',
    'ftp://x',
    'https://me:secret@api.github.com',
    'https://api.github.com?x=1',
  ])('%s is no address to send a token to', (api) => {
    expect(() => findTarget({ api }, origin)).toThrow('--api: ')
    expect(() => findTarget({ api }, origin)).not.toThrow('secret')
  })
})

describe('the token', () => {
  const cloud = 'https://api.github.com'
  const server = 'https://ghe.example.com/api/v3'
  const wish: TokenWish = {
    ...{ api: cloud, isApiGiven: false, env: {} },
    askGh: async (host) => `of-gh-for-${host}`,
  }

  test.each<[string, Partial<TokenWish>, string]>([
    ["gh's first variable", { env: { GH_TOKEN: 'a', GITHUB_TOKEN: 'b' } }, 'a'],
    ['the second', { env: { GH_TOKEN: '', GITHUB_TOKEN: ' b\n' } }, 'b'],
    ['what gh says', {}, 'of-gh-for-github.com'],
    ['the one that is named', { tokenEnv: 'MINE', env: { GH_TOKEN: 'a', MINE: 'c' } }, 'c'],
    [
      'for a server, its own',
      { api: server, env: { GH_TOKEN: 'a', GH_ENTERPRISE_TOKEN: 'd' } },
      'd',
    ],
    [
      'of github.com goes to no server that only a remote names',
      { api: server, env: { GH_TOKEN: 'a' } },
      'of-gh-for-ghe.example.com',
    ],
    [
      'of github.com goes where the person said',
      { api: server, isApiGiven: true, env: { GH_TOKEN: 'a' } },
      'a',
    ],
  ])('%s', async (_, change, token) => {
    expect(await findToken({ ...wish, ...change })).toBe(token)
  })

  test.each<[string, Partial<TokenWish>, string]>([
    ['none', { askGh: async () => undefined }, 'gh auth login --hostname github.com'],
    ['the one that is named is empty', { tokenEnv: 'MINE' }, '--token-env: MINE is empty'],
    ['two lines', { env: { GH_TOKEN: 'secret\nsecret' } }, 'GH_TOKEN: what it holds is no token'],
  ])('%s', async (_, change, said) => {
    const error = await findToken({ ...wish, ...change }).catch((reason: unknown) => reason)
    expect(String(error)).toContain(said)
    expect(String(error)).not.toContain('secret')
  })
})
