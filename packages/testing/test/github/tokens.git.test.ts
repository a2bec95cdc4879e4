import { type Permissions, startGitServer } from '@wavefront/testing'
import { aGitHub, look, type World } from './a-github.ts'

let world: World
beforeEach(async () => {
  world = await aGitHub()
})
afterEach(() => world.close())

const integration = 'Resource not accessible by integration'

test('no token and one that nobody made are bad credentials', async () => {
  for (const token of [undefined, 'ghs_guessed'])
    expect(await world.ask('GET', '~', { token: token as string })).toMatchObject({
      status: 401,
      body: { message: 'Bad credentials' },
    })
})

test('a token that was revoked is none', async () => {
  const token = tokenWith({})
  world.github.revoke(token)
  expect(await world.ask('GET', '~', { token })).toMatchObject({ status: 401 })
})

const needs: readonly (readonly [string, string, Permissions, Permissions])[] = [
  ['GET', '~/issues/7', {}, { issues: 'read' }],
  ['POST', '~/issues/7/comments', { issues: 'read' }, { issues: 'write' }],
  ['POST', '~/issues/7/comments', {}, { 'pull-requests': 'write' }],
  ['GET', '~/pulls', {}, { 'pull-requests': 'read' }],
  ['POST', '~/pulls', { 'pull-requests': 'read' }, { 'pull-requests': 'write' }],
  ['GET', '~/commits/main/status', {}, { statuses: 'read' }],
  ['POST', '~/statuses/main', { statuses: 'read' }, { statuses: 'write' }],
  ['GET', '~/actions/workflows', {}, { actions: 'read' }],
  ['POST', '~/actions/workflows/wave.yml/dispatches', { actions: 'read' }, { actions: 'write' }],
  ['GET', '~/contents/README.md', {}, { contents: 'read' }],
  ['GET', '~/branches/main', {}, { contents: 'read' }],
  ['GET', '~/branches/main/protection', { contents: 'write' }, { administration: 'read' }],
  ['GET', '~/actions/permissions/workflow', { actions: 'write' }, { administration: 'read' }],
  ['GET', '~/actions/secrets', { actions: 'write' }, { secrets: 'read' }],
]
test.each(needs)(
  '%s %s is not accessible with %j but with %j',
  async (method, path, less, enough) => {
    const body = bodies[`${method} ${path}`]
    const request = (permissions: Permissions) =>
      world.ask(method, path, { token: tokenWith(permissions), ...(body && { body }) })
    expect(await request(less)).toMatchObject({ status: 403, body: { message: integration } })
    expect(look((await request(enough)).body, 'message')).not.toEqual(integration)
  },
)

const bodies: Readonly<Record<string, object>> = {
  'POST ~/issues/7/comments': { body: 'x' },
  'POST ~/pulls': { head: 'feature', base: 'main', title: 'x' },
  'POST ~/statuses/main': { state: 'pending' },
  'POST ~/actions/workflows/wave.yml/dispatches': { ref: 'main', inputs: { issue_number: '7' } },
}

test('a repository of others is not found', async () => {
  world.github.addRepository('acme/other', { git: world.served.path })
  const token = world.github.token({ type: 'github-actions', repo: 'acme/other' })
  expect(await world.ask('GET', '~', { token })).toMatchObject({ status: 404 })
})

test('what is public is read without a permission', async () => {
  world.github.repository('octo/demo').isPrivate = false
  expect(await world.ask('GET', '~/issues/7', { token: tokenWith({}) })).toMatchObject({
    status: 200,
  })
})

test('what is public is read with a token of another repository, and not written', async () => {
  world.github.repository('octo/demo').isPrivate = false
  const token = world.github.token({
    type: 'github-actions',
    repo: 'acme/other',
    permissions: { issues: 'write' },
  })
  const body = { body: 'x' }
  expect(await world.ask('GET', '~/issues/7', { token })).toMatchObject({ status: 200 })
  expect(await world.ask('POST', '~/issues/7/comments', { token, body })).toMatchObject({
    status: 403,
  })
  expect(world.github.gitAccess.authorise(token, 'octo/demo')).toEqual('read')
})

test('a token of Actions may not open pull requests where the setting is off', async () => {
  world.github.repository('octo/demo').settings.canCreatePullRequests = false
  const body = { head: 'feature', base: 'main', title: 'x' }
  const token = tokenWith({ 'pull-requests': 'write' })
  expect(await world.ask('POST', '~/pulls', { token, body })).toMatchObject({
    status: 403,
    body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
  })
  expect(await world.ask('POST', '~/pulls', { body })).toMatchObject({ status: 201 })
})

test('only people are a user', async () => {
  expect(await world.ask('GET', '/user')).toMatchObject({
    status: 403,
    body: { message: integration },
  })
  const token = world.github.token({ type: 'user', login: 'octo' })
  expect(await world.ask('GET', '/user', { token })).toMatchObject({
    status: 200,
    body: { login: 'octo', type: 'User' },
  })
})

test('the rate is told to everybody', async () => {
  expect(await world.ask('GET', '/rate_limit')).toMatchObject({ status: 200 })
})

test('people may do what their role may', async () => {
  const ask = (login: string) =>
    world.ask('GET', '~/actions/secrets', { token: world.github.token({ type: 'user', login }) })
  expect([
    (await ask('octo')).status,
    (await ask('mona')).status,
    (await ask('who')).status,
  ]).toEqual([200, 403, 404])
})

test('git knows the same tokens', async () => {
  const { gitAccess } = world.github
  const write = tokenWith({ contents: 'write' })
  expect(gitAccess.authorise(write, 'octo/demo')).toEqual('write')
  expect(gitAccess.authorise(tokenWith({ contents: 'read' }), 'octo/demo')).toEqual('read')
  expect(gitAccess.authorise(tokenWith({}), 'octo/demo')).toEqual('none')
  expect(gitAccess.authorise(write, 'octo/other')).toEqual('none')
  expect(gitAccess.identify(write)).toEqual({ login: 'github-actions[bot]', workflows: false })
  expect(gitAccess.identify('ghs_guessed')).toEqual(undefined)
  const server = await startGitServer(gitAccess)
  await server.close()
})

function tokenWith(permissions: Permissions): string {
  return world.github.token({ type: 'github-actions', repo: 'octo/demo', permissions })
}
