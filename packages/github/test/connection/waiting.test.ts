import { type Reply, type ScriptedServer, startScripted } from '../scripted-server.ts'

const call = 'GET /issues/7'
const issue: Reply = { body: { number: 7, title: 'T', html_url: 'https://x.test', state: 'open' } }

let server: ScriptedServer
let log: string[] = []
afterEach(() => server.stop())

async function read(...replies: Reply[]) {
  server = await startScripted({ [call]: replies })
  log = []
  return server.openGitHub({ log: (line) => log.push(line) }).issues.read(7)
}

function limit(status: number, message: string, headers: Record<string, string> = {}): Reply {
  return { status, body: { message }, headers }
}

const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes.'
const seconds = (from: number) => String(Math.floor(Date.now() / 1000) + from)

const waits: readonly [string, () => Reply, string][] = [
  [
    'a secondary limit',
    () => limit(403, secondary, { 'retry-after': '30' }),
    "GitHub's secondary rate limit is reached: waiting 30 s",
  ],
  [
    'a secondary limit that does not say how long',
    () => limit(403, secondary),
    "GitHub's secondary rate limit is reached: waiting 60 s",
  ],
  [
    '429 without words',
    () => limit(429, 'Slow down', { 'retry-after': '5' }),
    "GitHub's secondary rate limit is reached: waiting 5 s",
  ],
  [
    '403 with only a header',
    () => limit(403, 'No', { 'retry-after': '5' }),
    "GitHub's secondary rate limit is reached: waiting 5 s",
  ],
]

test.each(waits)('%s is waited for, and said so', async (_, reply, line) => {
  expect(await read(reply(), issue)).toMatchObject({ number: 7 })
  expect(log).toEqual([line])
  expect(server.calls()).toEqual([call, call])
})

test('the limit of the hour is waited for until it is renewed, when that is soon', async () => {
  const reply = limit(403, 'API rate limit exceeded for x.', {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': seconds(20),
  })
  expect(await read(reply, issue)).toMatchObject({ number: 7 })
  expect(log).toEqual([expect.stringMatching(/^GitHub's rate limit is reached: waiting 2[01] s$/)])
})

test('it is not waited for when that takes too long', async () => {
  const reply = limit(403, 'API rate limit exceeded for x.', {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': seconds(1800),
  })
  await expect(read(reply, issue)).rejects.toThrow(
    /API rate limit exceeded.*\n.*when the limit is renewed/,
  )
  expect(server.calls()).toEqual([call])
})

test('patience has an end, over all waits for one request', async () => {
  const reply = limit(429, secondary, { 'retry-after': '50' })
  await expect(read(reply)).rejects.toThrow(/secondary rate limit.*\n.*wait some minutes/)
  expect(server.calls()).toEqual([call, call, call])
})

test('a limit that is over by its own word, again and again: not for ever', async () => {
  const reply = limit(403, 'API rate limit exceeded for x.', {
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': seconds(-60),
  })
  await expect(read(reply)).rejects.toThrow(/API rate limit exceeded/)
  expect(server.calls()).toHaveLength(6)
})

test.each<Reply>([{ status: 502 }, 'hang up', 'break off'])(
  '%j passes: asked again, and said so',
  async (reply) => {
    expect(await read(reply, reply, issue)).toMatchObject({ number: 7 })
    expect(server.calls()).toEqual([call, call, call])
    expect(log).toEqual([expect.stringContaining('GET http'), expect.stringContaining('GET http')])
  },
)

test('it does not pass: four times, then what was said', async () => {
  await expect(read({ status: 502, body: { message: 'Server Error' } })).rejects.toThrow(
    'GitHub: Server Error (GET /repos/o/r/issues/7: 502)',
  )
  expect(server.calls()).toHaveLength(4)
})

test('nobody there', async () => {
  server = await startScripted({})
  const { issues } = server.openGitHub({ apiUrl: 'http://127.0.0.1:1' })
  await expect(issues.read(7)).rejects.toThrow(/GET \/repos\/o\/r\/issues\/7/)
})

test('a refusal is not asked again, and never shows the token', async () => {
  server = await startScripted({ [call]: [limit(401, 'Bad credentials')] })
  const { issues } = server.openGitHub({ token: 'ghs_secret' })
  const error: unknown = await issues.read(7).catch((error: unknown) => error)
  expect(server.calls()).toEqual([call])
  expect(server.seen[0]?.token).toBe('ghs_secret')
  expect(JSON.stringify(error, seeAll)).not.toContain('ghs_secret')
})

function seeAll(_: string, value: unknown): unknown {
  if (!(value instanceof Error)) return value
  return { ...value, message: value.message, stack: value.stack, cause: value.cause }
}

test('pull requests and runs have a token of their own', async () => {
  server = await startScripted({
    [call]: [issue],
    'GET /pulls': [{ body: [] }],
    'GET /actions/runs/5': [{ body: { path: 'w.yml', head_branch: 'main' } }],
  })
  const { issues, pullRequests, runs } = server.openGitHub({ token: 'one', writeToken: 'two' })
  await issues.read(7)
  await pullRequests.find('b' as never)
  await runs.readWorkflow(5)
  expect(server.seen.map(({ token }) => token)).toEqual(['one', 'two', 'two'])
})
