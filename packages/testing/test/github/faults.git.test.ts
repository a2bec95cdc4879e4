import { aGitHub, type World } from './a-github.ts'

let world: World
beforeEach(async () => {
  world = await aGitHub()
})
afterEach(() => world.close())

const comments = '~/issues/7/comments'

test('a status with its headers, so many times and after so many', async () => {
  world.github.fault({
    method: 'GET',
    path: /comments$/,
    mode: 'status',
    status: 429,
    headers: { 'retry-after': '1', 'x-ratelimit-reset': '5' },
    body: { message: 'You have exceeded a secondary rate limit.' },
    skip: 1,
    times: 1,
  })
  const answers = []
  for (let turn = 0; turn < 3; turn++) answers.push(await world.ask('GET', comments))
  expect(answers.map(({ status }) => status)).toEqual([200, 429, 200])
  expect(answers[1]?.headers.get('retry-after')).toEqual('1')
  expect(answers[1]?.headers.get('x-ratelimit-reset')).toEqual('5')
  expect(answers[1]?.body).toEqual({ message: 'You have exceeded a secondary rate limit.' })
})

test('a connection that breaks before the work', async () => {
  world.github.fault({ path: /comments/, mode: 'cut-before', times: 1 })
  await expect(comment()).rejects.toThrow('fetch failed')
  expect(world.github.repository('octo/demo').comments).toEqual([])
})

test('a connection that breaks after the work', async () => {
  world.github.fault({ path: /comments/, mode: 'cut-after', times: 1 })
  await expect(comment()).rejects.toThrow('fetch failed')
  expect(world.github.repository('octo/demo').comments).toMatchObject([{ body: 'x' }])
})

test('an answer that never comes, until the server closes', async () => {
  world.github.fault({ path: /comments/, mode: 'hang' })
  const hanging = expect(comment()).rejects.toThrow('fetch failed')
  while (world.github.count() === 0) await new Promise((resolve) => setTimeout(resolve, 5))
  await world.github.close()
  await hanging
})

test('faults are forgotten', async () => {
  world.github.fault({ path: /./, mode: 'status', status: 502 })
  expect(await comment()).toMatchObject({ status: 502 })
  world.github.clearFaults()
  expect(await comment()).toMatchObject({ status: 201 })
})

test('requests are written down and counted', async () => {
  await comment()
  await world.ask('GET', '~/issues/99?x=1', { token: 'ghs_guessed' })
  expect(world.github.requests).toEqual([
    {
      method: 'POST',
      path: '/repos/octo/demo/issues/7/comments',
      login: 'waves[bot]',
      status: 201,
    },
    { method: 'GET', path: '/repos/octo/demo/issues/99?x=1', login: undefined, status: 401 },
  ])
  const { github } = world
  expect([github.count(), github.count({ method: 'POST' }), github.count({ path: /99/ })]).toEqual([
    2, 1, 1,
  ])
  github.forgetRequests()
  expect(github.count()).toEqual(0)
})

test('each request is delayed', async () => {
  const slow = await aGitHub({ delayMs: 60 })
  const start = performance.now()
  await slow.ask('GET', comments)
  expect(performance.now() - start).toBeGreaterThan(55)
  await slow.close()
})

function comment() {
  return world.ask('POST', comments, { body: { body: 'x' } })
}
