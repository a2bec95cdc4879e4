import { aGitHub, look, type World } from './a-github.ts'

let world: World
beforeEach(async () => {
  world = await aGitHub()
})
afterEach(() => world.close())

const wrong: readonly (readonly [string, string, string, unknown, string])[] = [
  ['a missing field', 'POST', '~/issues/7/comments', {}, "required property 'body'"],
  ['a wrong type', 'POST', '~/issues/7/comments', { body: 5 }, '/body must be string'],
  [
    'a key that is none',
    'POST',
    '~/issues/7/comments',
    { body: 'x', b: 1 },
    '"b" is not a permitted key',
  ],
  ['no body', 'POST', '~/issues/7/comments', undefined, 'the body is missing'],
  ['a word that is none', 'GET', '~/pulls?state=merged', undefined, 'parameter "state"'],
  ['a parameter that is none', 'GET', '~/pulls?author=x', undefined, 'no parameter "author"'],
  ['a number that is none', 'GET', '~/issues/seven', undefined, 'parameter "issue_number"'],
]
test.each(wrong)(
  'a request with %s is refused and written down',
  async (_, method, path, body, problem) => {
    const answer = await world.ask(method, path, { body })
    expect([answer.status, look(answer.body, 'message')]).toEqual([
      422,
      expect.stringContaining(problem),
    ])
    expect(world.github.violations).toMatchObject([
      { where: 'request', problem: expect.stringContaining(problem) },
    ])
    world.github.forgetViolations()
    expect(world.github.violations).toEqual([])
  },
)

test('null is taken where the description says so', async () => {
  const sha = world.served.git('rev-parse', 'main')
  const body = { state: 'success', description: null, target_url: null }
  expect(await world.ask('POST', `~/statuses/${sha}`, { body })).toMatchObject({ status: 201 })
  const patched = await world.ask('PATCH', '~/issues/7', { body: { body: null } })
  expect([patched.status, world.github.violations]).toEqual([200, []])
})

test('null is refused where the description does not', async () => {
  expect(await world.ask('POST', '~/issues/7/comments', { body: { body: null } })).toMatchObject({
    status: 422,
  })
})

test('an operation that is not in the slice is written down', async () => {
  expect(await world.ask('GET', '~/stargazers')).toMatchObject({ status: 404 })
  expect(world.github.violations).toEqual([
    {
      where: 'request',
      operation: 'GET /repos/octo/demo/stargazers',
      problem: 'there is no such operation here',
    },
  ])
})

test('an answer of our own that is not GitHub’s is a 500 and written down', async () => {
  const [issue] = world.github.repository('octo/demo').issues
  Object.assign(issue ?? {}, { title: 5 })
  expect(await world.ask('GET', '~/issues/7')).toMatchObject({ status: 500 })
  expect(world.github.violations).toMatchObject([{ where: 'answer' }])
})

test('a request that is not allowed is told that first', async () => {
  const token = world.github.token({ type: 'github-actions', repo: 'octo/demo' })
  expect(await world.ask('POST', '~/issues/7/comments', { token, body: {} })).toMatchObject({
    status: 403,
  })
})

test('what is no JSON is a 400', async () => {
  const token = world.github.token({ type: 'user', login: 'octo' })
  const answer = await fetch(`${world.github.url}/repos/octo/demo/issues/7/comments`, {
    method: 'POST',
    headers: { authorization: `token ${token}` },
    body: '{',
  })
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { message: 'Problems parsing JSON' },
  ])
})
