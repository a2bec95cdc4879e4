import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type GitFault,
  type GitServer,
  type GitWorld,
  gitWorld,
  type ServedRepository,
  startGitServer,
} from '@wavefront/testing'
import { branchName, commitSha } from '@wavefront/wave'
import { type Mirror, openMirror } from '../../src/mirror/open-mirror.ts'
import { tokenCredentials } from '../../src/mirror/token-credentials.ts'
import { pushAtomically } from '../../src/push/push-atomically.ts'

const main = branchName('main')
const token = 'ghs_thisIsASecretOfTheServer1234'

let world: GitWorld
let server: GitServer
let served: ServedRepository

beforeEach(async () => {
  world = gitWorld()
  server = await startGitServer({
    identify: (given) =>
      given === token || given === 'reader' ? { login: given, workflows: true } : undefined,
    authorise: (given) => (given === 'reader' ? 'read' : 'write'),
  })
  served = server.createRepository('octo/demo', { from: world.dir })
})
afterEach(async () => {
  await server.close()
  world.remove()
})

const passing: readonly (Omit<GitFault, 'times'> & { readonly name: string })[] = [
  { name: '500', mode: 'status', status: 500 },
  { name: '502 in the work', mode: 'status', status: 502, stage: 'post' },
  { name: '503', mode: 'status', status: 503 },
  { name: '429', mode: 'status', status: 429 },
  { name: 'a greeting that breaks off', mode: 'cut-answer', after: 20, stage: 'info/refs' },
  { name: 'a greeting that never came', mode: 'cut-answer', stage: 'info/refs' },
  { name: 'an answer that breaks off', mode: 'cut-answer', after: 30, stage: 'post' },
  { name: 'a request that is cut', mode: 'cut-request', stage: 'post' },
  { name: 'silence', mode: 'hang' },
]

describe('a fetch is tried again after', () => {
  test.each(passing)('$name', async ({ name: _, ...fault }) => {
    const mirror = await aMirror()
    server.fault({ ...fault, times: 1 })
    await mirror.fetch({ branches: [main] })
    expect(await mirror.repository.resolve('refs/heads/main')).toEqual(world.sha('main'))
  })
})

describe('a push is tried again after', () => {
  test.each(passing)('$name', async ({ name: _, ...fault }) => {
    const { mirror, push, next } = await somethingToPush()
    server.fault({ ...fault, times: 1, service: 'git-receive-pack' })
    expect(await push()).toEqual({ is: 'pushed' })
    expect([served.git('rev-parse', 'main'), mirror.patience.tries]).toEqual([next, 3])
  })

  test('nothing, where the answer alone was lost: the server is asked instead', async () => {
    const { push, next } = await somethingToPush()
    server.forgetRequests()
    server.fault({ service: 'git-receive-pack', stage: 'post', mode: 'cut-answer', times: 1 })
    expect(await push()).toEqual({ is: 'pushed' })
    expect(served.git('rev-parse', 'main')).toEqual(next)
    expect(server.requests.filter(isPushedWork)).toHaveLength(1)
  })
})

test('a server that stays down is given up after as many tries', async () => {
  const mirror = await aMirror()
  server.fault({ mode: 'status', status: 503, stage: 'info/refs' })
  await expect(mirror.fetch({ branches: [main] })).rejects.toMatchObject({
    name: 'UserError',
    message: expect.stringContaining('503'),
  })
  expect(server.requests.filter(({ status }) => status === 503)).toHaveLength(3)
})

describe('a no is not asked again', () => {
  test('with a token that nobody knows', async () => {
    const mirror = await aMirror('ghs_somethingElse')
    await expect(mirror.fetch({ branches: [main] })).rejects.toThrow('check that the token')
    // Git itself asks a second time, with the credentials that it has.
    expect(server.roundTrips()).toBeLessThanOrEqual(2)
  })

  test('with a token that may only read', async () => {
    const { push } = await somethingToPush('reader')
    server.forgetRequests()
    await expect(push()).rejects.toThrow('check that the token')
    expect(server.requests.filter(({ status }) => status === 403)).toHaveLength(1)
  })

  test('where the refusal comes with the work itself', async () => {
    const { push } = await somethingToPush()
    server.forgetRequests()
    server.fault({ service: 'git-receive-pack', stage: 'post', mode: 'status', status: 403 })
    await expect(push()).rejects.toThrow('check that the token')
    expect(server.requests.filter(isPushedWork)).toHaveLength(1)
  })
})

test('credentials are neither arguments nor on the disk', async () => {
  const bin = join(server.root, 'bin')
  const log = join(server.root, 'arguments')
  mkdirSync(bin)
  const real = process.env.PATH ?? ''
  writeFileSync(
    join(bin, 'git'),
    `#!/bin/sh\necho "$*" >> '${log}'\nPATH='${real}' exec git "$@"\n`,
  )
  chmodSync(join(bin, 'git'), 0o755)
  process.env.PATH = `${bin}:${real}`
  try {
    const { push } = await somethingToPush()
    expect(await push()).toEqual({ is: 'pushed' })
  } finally {
    process.env.PATH = real
  }
  const said = readFileSync(log, 'utf8')
  expect(said).toContain('push --atomic')
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  for (const secret of [token, basic, 'AUTHORIZATION']) {
    expect(said).not.toContain(secret)
    expect(filesWith(join(server.root, 'mirror'), secret)).toEqual([])
  }
})

async function aMirror(given = token): Promise<Mirror> {
  return openMirror({
    dir: join(server.root, 'mirror'),
    url: served.url,
    credentials: { ...tokenCredentials(`${server.url}/`, given), 'http.lowSpeedTime': '1' },
    patience: { tries: 3, firstWaitMs: 10 },
  })
}

async function somethingToPush(given = token) {
  const mirror = await aMirror(given)
  await mirror.fetch({ branches: [main] })
  const base = commitSha(world.sha('main'))
  const next = commitSha(world.commitOn(base, { 'big.txt': 'line\n'.repeat(1000) }))
  world.git('push', '--quiet', mirror.repository.gitDir, `${next}:refs/wavefront/next`)
  const { url: remote, credentials, patience } = mirror
  const updates = [{ ref: 'refs/heads/main', to: next, expect: base }]
  const push = () => pushAtomically(mirror.repository, { remote, updates, credentials, patience })
  return { mirror, push, next }
}

function isPushedWork({ method, service }: { method: string; service: string }): boolean {
  return method === 'POST' && service === 'git-receive-pack'
}

function filesWith(dir: string, text: string): readonly string[] {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  const files = paths.map((path) => join(dir, path)).filter((path) => statSync(path).isFile())
  return files.filter((path) => readFileSync(path).includes(text))
}
