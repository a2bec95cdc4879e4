import { type Reply, type ScriptedServer, startScripted } from '../scripted-server.ts'

let server: ScriptedServer
afterEach(() => server.stop())

async function read(reply: Reply) {
  server = await startScripted({ 'GET /issues/7': [reply] })
  return server.openGitHub().issues.read(7)
}

const found = { number: 7, title: 'T', html_url: 'https://github.test/o/r/issues/7', state: 'open' }

test('an issue', async () => {
  expect(await read({ body: found })).toEqual({
    number: 7,
    title: 'T',
    url: 'https://github.test/o/r/issues/7',
    isOpen: true,
    isPullRequest: false,
  })
})

test('a pull request that was closed', async () => {
  expect(
    await read({ body: { ...found, state: 'closed', pull_request: { url: 'x' } } }),
  ).toMatchObject({
    isOpen: false,
    isPullRequest: true,
  })
})

test.each<[string, Reply]>([
  ['there is none', { status: 404, body: { message: 'Not Found' } }],
  ['it was deleted', { status: 410, body: { message: 'This issue was deleted' } }],
  ['it was moved to another repository', { body: { ...found, number: 2 } }],
])('%s: nothing', async (_, reply) => {
  expect(await read(reply)).toBeUndefined()
})

test('an answer in another form is said to be one', async () => {
  await expect(read({ body: { ...found, title: 7 } })).rejects.toThrow(
    /GET \/repos\/o\/r\/issues\/7: 200 an answer in an unknown form \(title: /,
  )
})
