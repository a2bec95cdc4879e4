import { UserError } from '@wavefront/errors'
import { issueMarker, longestBody } from '@wavefront/github'
import { type Reply, type Script, type ScriptedServer, startScripted } from '../scripted-server.ts'

const bot = { login: 'github-actions[bot]', type: 'Bot' }
const stranger = { login: 'mallory', type: 'User' }
const marked = (text: string) => `${issueMarker}\n${text}`

function aComment(id: number, more: object = {}) {
  return { id, html_url: `https://github.test/c/${id}`, body: marked('old'), user: bot, ...more }
}

const list = 'GET /issues/7/comments'
const post = 'POST /issues/7/comments'
const noUser: Reply = { status: 403, body: { message: 'Resource not accessible by integration' } }

let server: ScriptedServer
afterEach(() => server.stop())

async function write(script: Script, body = 'new') {
  server = await startScripted(script)
  return server.openGitHub().issues.writeComment({ issue: 7, body })
}

test('there is none: it is made, marked', async () => {
  const { url } = await write({
    [list]: [{ body: [] }],
    [post]: [{ status: 201, body: aComment(1) }],
  })
  expect(url).toBe('https://github.test/c/1')
  expect(server.sent(post)).toEqual([{ body: marked('new') }])
})

test('there is one: it is edited in place', async () => {
  await write({
    [list]: [{ body: [aComment(1)] }],
    'PATCH /issues/comments/1': [{ body: aComment(1) }],
  })
  expect(server.sent('PATCH /issues/comments/1')).toEqual([{ body: marked('new') }])
  expect(server.calls()).toEqual([list, 'PATCH /issues/comments/1'])
})

test('it says the same already, with the line ends of a browser: nothing is written', async () => {
  const body = `${issueMarker}\r\nnew\r\nlines`
  const { url } = await write({ [list]: [{ body: [aComment(1, { body })] }] }, 'new\nlines')
  expect(url).toBe('https://github.test/c/1')
  expect(server.calls()).toEqual([list])
})

test('two are ours: the oldest is edited, the other left alone', async () => {
  await write({
    [list]: [{ body: [aComment(1), aComment(2)] }],
    'PATCH /issues/comments/1': [{ body: aComment(1) }],
  })
  expect(server.calls()).toEqual([list, 'PATCH /issues/comments/1'])
})

test.each([
  ['a stranger', stranger],
  ['a user who took the name of the bot', { login: 'github-actions[bot]', type: 'User' }],
  ['another bot', { login: 'evil[bot]', type: 'Bot' }],
  ['somebody who is gone', null],
])('the comment with our marker by %s is never touched', async (_, user) => {
  await write({
    [list]: [{ body: [aComment(1, { user })] }],
    'GET /user': [noUser],
    [post]: [{ status: 201, body: aComment(2) }],
  })
  expect(server.calls().filter((call) => /^(PATCH|DELETE)/.test(call))).toEqual([])
  expect(server.sent(post)).toEqual([{ body: marked('new') }])
})

test.each([
  ['quoted', `> ${issueMarker}\n> old`],
  ['below other words', `Look:\n${issueMarker}`],
  ['with words behind it', `${issueMarker} hello`],
])('our own comment with the marker %s is another one', async (_, body) => {
  await write({
    [list]: [{ body: [aComment(1, { body })] }],
    [post]: [{ status: 201, body: aComment(2) }],
  })
  expect(server.calls()).toEqual([list, post])
})

test('with the token of a person, their own comment is ours', async () => {
  await write({
    [list]: [
      {
        body: [
          aComment(1, { user: stranger }),
          aComment(2, { user: { login: 'ann', type: 'User' } }),
        ],
      },
    ],
    'GET /user': [{ body: { login: 'ann' } }],
    'PATCH /issues/comments/2': [{ body: aComment(2) }],
  })
  expect(server.calls()).toEqual([list, 'GET /user', 'PATCH /issues/comments/2'])
})

test('pages are read until it is found', async () => {
  const page = Array.from({ length: 100 }, (_, n) => aComment(n + 1, { body: 'chatter' }))
  await write({
    [list]: ({ query }) => {
      const number = Number(query.get('page') ?? 1)
      const link = `<${server.url}/repos/o/r/issues/7/comments?per_page=100&page=${number + 1}>; rel="next"`
      return number < 3
        ? { body: page, headers: { link } }
        : { body: [aComment(777)], headers: { link } }
    },
    'PATCH /issues/comments/777': [{ body: aComment(777) }],
  })
  expect(server.calls()).toEqual([list, list, list, 'PATCH /issues/comments/777'])
  expect(server.seen[0]?.query.get('per_page')).toBe('100')
})

test('deleted between reading and editing: it is made anew', async () => {
  await write({ [list]: [{ body: [aComment(1)] }], [post]: [{ status: 201, body: aComment(2) }] })
  expect(server.calls()).toEqual([list, 'PATCH /issues/comments/1', post])
})

test.each(['hang up', 'break off', { status: 502 }] as const)(
  'the answer to making it is lost (%j), but it was made: not a second one',
  async (lost) => {
    const { url } = await write({
      [list]: [{ body: [] }, { body: [aComment(1, { body: marked('new') })] }],
      [post]: [lost],
    })
    expect(url).toBe('https://github.test/c/1')
    expect(server.calls()).toEqual([list, post, list])
  },
)

test('the answer is lost and nothing was made: it is made then', async () => {
  await write({
    [list]: [{ body: [] }],
    [post]: ['hang up', { status: 500 }, { status: 201, body: aComment(1) }],
  })
  expect(server.calls()).toEqual([list, post, list, post, list, post])
})

test('GitHub stays away: three tries, then what to do', async () => {
  const writing = write({
    [list]: [{ body: [] }],
    [post]: [{ status: 502, body: { message: 'Server Error' } }],
  })
  await expect(writing).rejects.toThrow(
    'GitHub: Server Error (POST /repos/o/r/issues/7/comments: 502)',
  )
  expect(server.sent(post)).toHaveLength(3)
})

test('too long: it is cut to what GitHub takes', async () => {
  await write(
    { [list]: [{ body: [] }], [post]: [{ status: 201, body: aComment(1) }] },
    'line\n'.repeat(20_000),
  )
  const [{ body = '' } = {}] = server.sent(post)
  expect(String(body).length).toBeLessThanOrEqual(longestBody)
  expect(String(body)).toMatch(/^<!-- wavefront:issue -->\nline\n/)
  expect(String(body)).toMatch(/_Cut here: GitHub takes no more of a text\._$/)
})

test('without the permission: the line to add', async () => {
  const writing = write({ [list]: [{ body: [] }], [post]: [noUser] })
  await expect(writing).rejects.toThrow(UserError)
  await expect(writing).rejects.toThrow(/permissions:\n {6}issues: write/)
})
