import { apiOf, isEnterpriseServer, parseRemote, webOf } from '../../src/origin/parse-remote.ts'

describe('the address of a remote', () => {
  test.each([
    ['https://github.com/octo/demo.git', 'github.com', 'octo/demo'],
    ['https://github.com/octo/demo', 'github.com', 'octo/demo'],
    ['https://github.com/octo/demo/', 'github.com', 'octo/demo'],
    ['https://x-access-token:secret@github.com/octo/demo.git', 'github.com', 'octo/demo'],
    ['git@github.com:octo/demo.git', 'github.com', 'octo/demo'],
    ['git@github.com:octo/my.repo', 'github.com', 'octo/my.repo'],
    ['org-123@github.com:octo/demo.git', 'github.com', 'octo/demo'],
    ['ssh://git@github.com/octo/demo.git', 'github.com', 'octo/demo'],
    ['ssh://git@ssh.github.com:443/octo/demo.git', 'github.com', 'octo/demo'],
    ['git@ghe.example.com:octo/demo.git', 'ghe.example.com', 'octo/demo'],
    ['https://GHE.example.com:8443/octo/demo', 'ghe.example.com', 'octo/demo'],
    ['https://acme.ghe.com/octo/demo.git', 'acme.ghe.com', 'octo/demo'],
  ])('%s', (address, host, repository) => {
    expect(parseRemote(address)).toEqual({ host, repository })
  })

  test.each([
    '/home/me/demo.git',
    '../demo',
    'C:\\demo',
    'C:/octo/demo',
    'file:///srv/octo/demo.git',
    'https://github.com/demo',
    'https://github.com/a/b/c',
    'git@github.com:octo/de mo',
    'https://git hub.com/octo/demo',
    '',
  ])('%j is none of GitHub', (address) => {
    expect(parseRemote(address)).toBe(undefined)
  })
})

test.each([
  ['github.com', 'https://api.github.com', 'https://github.com', false],
  ['acme.ghe.com', 'https://api.acme.ghe.com', 'https://acme.ghe.com', false],
  ['ghe.example.com', 'https://ghe.example.com/api/v3', 'https://ghe.example.com', true],
])('the API and the pages of %s', (host, api, web, isServer) => {
  expect([apiOf(host), webOf(api), isEnterpriseServer(api)]).toEqual([api, web, isServer])
})
