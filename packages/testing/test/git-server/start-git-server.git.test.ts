import { execFile } from 'node:child_process'
import {
  type GitServer,
  type GitWorld,
  gitWorld,
  type ServedRepository,
  startGitServer,
} from '@wavefront/testing'

let world: GitWorld
let server: GitServer
let served: ServedRepository
let first: string
let next: string

const tokens = {
  writer: { access: 'write', login: 'octocat', workflows: true },
  reader: { access: 'read', login: 'guest', workflows: true },
  app: { access: 'write', login: 'github-actions[bot]', workflows: false },
  stranger: { access: 'none', login: 'stranger', workflows: true },
} as const

beforeEach(async () => {
  world = gitWorld({ files: { '.github/workflows/a.yml': 'on: push\n' } })
  first = world.sha('main')
  next = world.commitOn(first, { 'a.txt': 'a\n' })
  server = await startGitServer({
    authorise: (token) => known(token)?.access ?? 'none',
    identify: known,
  })
  served = server.createRepository('octo/demo', { from: world.dir })
})
afterEach(async () => {
  await server.close()
  world.remove()
})

describe('who comes in', () => {
  test('a token that may write pushes, and the log has its login', async () => {
    expect(await push('writer', `${next}:refs/heads/main`)).toMatchObject({ code: 0 })
    expect(at('main')).toEqual(next)
    expect(server.requests).toEqual([
      entry({ status: 401, login: undefined }),
      entry({ status: 200 }),
      entry({ method: 'POST', stage: 'post', status: 200 }),
    ])
    expect(server.roundTrips()).toEqual(3)
  })

  test('a token that may only read is denied a push by name', async () => {
    const { code, stderr } = await push('reader', `${next}:refs/heads/main`)
    expect(code).toEqual(128)
    expect(stderr).toContain('remote: Permission to octo/demo.git denied to guest.')
    expect(stderr).toContain('The requested URL returned error: 403')
    expect(at('main')).toEqual(first)
  })

  test('a token that may only read fetches', async () => {
    expect(await lsRemote('reader')).toMatchObject({ code: 0 })
  })

  test('a token of another repository does not learn that this one is there', async () => {
    const { code, stderr } = await lsRemote('stranger')
    expect([code, stderr]).toEqual([128, expect.stringContaining('Repository not found.')])
  })

  test('a token that nobody made is no credentials', async () => {
    const { stderr } = await lsRemote('guessed')
    expect(stderr).toContain('Authentication failed')
  })

  test('without credentials a private repository asks for them', async () => {
    const answer = await fetch(`${served.url}/info/refs?service=git-upload-pack`)
    expect([answer.status, answer.headers.get('www-authenticate')]).toEqual([
      401,
      'Basic realm="GitHub"',
    ])
  })

  test('without credentials a public repository can be read and not written', async () => {
    served.isPublic = true
    expect(await git('ls-remote', served.url, 'main')).toMatchObject({ code: 0 })
    expect((await git('push', served.url, `${next}:refs/heads/x`)).code).toEqual(128)
  })

  test('a name that leaves the root is nowhere', async () => {
    const answer = await fetch(`${server.url}/octo%2f..%2f../info/refs?service=git-upload-pack`)
    expect(answer.status).toEqual(404)
  })
})

describe('what is refused', () => {
  test('a protected branch alone, and the rest of an atomic push with it', async () => {
    served.protect('main')
    const pushed = await push('writer', `${next}:refs/heads/x`, `${next}:refs/heads/main`)
    expect(pushed.stderr).toContain(
      'remote: error: GH006: Protected branch update failed for refs/heads/main.',
    )
    expect(pushed.stdout).toContain('[remote rejected] (protected branch hook declined)')
    expect([at('x'), at('main')]).toEqual([next, first])
    await push('writer', '--atomic', `${next}:refs/heads/y`, `${next}:refs/heads/main`)
    expect(at('y')).toEqual('')
  })

  test('a rule refuses the whole push', async () => {
    served.addRule('main', 'Changes must be made through a pull request.')
    const pushed = await push('writer', `${next}:refs/heads/x`, `${next}:refs/heads/main`)
    expect(pushed.stderr).toContain('GH013: Repository rule violations found for refs/heads/main.')
    expect(pushed.stderr).toContain('- Changes must be made through a pull request.')
    expect(pushed.stdout).toContain('(push declined due to repository rule violations)')
    expect([at('x'), at('main')]).toEqual(['', first])
  })

  test('what has been freed may be pushed', async () => {
    served.protect('main')
    served.free('main')
    expect(await push('writer', `${next}:refs/heads/main`)).toMatchObject({ code: 0 })
  })

  test('a new workflow by a token without the permission, in words of the ref itself', async () => {
    const commit = world.commitOn(first, { '.github/workflows/b.yml': 'on: push\n' })
    const pushed = await push('app', `${commit}:refs/heads/x`)
    expect(pushed.stdout).toContain(
      '(refusing to allow a GitHub App to create or update workflow `.github/workflows/b.yml` without `workflows` permission)',
    )
    expect(at('x')).toEqual('')
    expect(await push('writer', `${commit}:refs/heads/x`)).toMatchObject({ code: 0 })
  })

  test('a workflow that another branch has already may be merged', async () => {
    const commit = world.commitOn(first, { '.github/workflows/a.yml': 'on: issues\n' })
    await push('writer', `${commit}:refs/heads/main`)
    const merge = world.commitOn([next, commit], { '.github/workflows/a.yml': 'on: issues\n' })
    expect(await push('app', `${merge}:refs/heads/x`)).toMatchObject({ code: 0 })
  })

  test('other files by a token without the permission are not refused', async () => {
    expect(await push('app', `${next}:refs/heads/x`)).toMatchObject({ code: 0 })
    expect(await push('app', ':refs/heads/x')).toMatchObject({ code: 0 })
  })

  test('a hook of the test itself speaks last', async () => {
    served.hook('pre-receive', 'echo "not on Sundays" >&2; exit 1')
    const pushed = await push('writer', `${next}:refs/heads/x`)
    expect(pushed.stderr).toContain('not on Sundays')
    expect(pushed.stdout).toContain('(pre-receive hook declined)')
  })
})

describe('bad days', () => {
  test('a status instead of the refs, once, with its headers', async () => {
    server.fault({
      stage: 'info/refs',
      mode: 'status',
      status: 429,
      headers: { 'retry-after': '1' },
      times: 1,
    })
    expect((await lsRemote('writer')).stderr).toContain('The requested URL returned error: 429')
    expect(await lsRemote('writer')).toMatchObject({ code: 0 })
  })

  test('a 500 instead of taking the pack moves nothing', async () => {
    server.fault({ service: 'git-receive-pack', stage: 'post', mode: 'status', status: 500 })
    expect((await push('writer', `${next}:refs/heads/main`)).code).not.toEqual(0)
    expect(at('main')).toEqual(first)
  })

  test('a request that is cut moves nothing', async () => {
    server.fault({ service: 'git-receive-pack', stage: 'post', mode: 'cut-request', after: 10 })
    expect((await push('writer', `${next}:refs/heads/main`)).code).not.toEqual(0)
    expect(at('main')).toEqual(first)
  })

  test('an answer that is cut comes after the refs have moved', async () => {
    server.fault({ service: 'git-receive-pack', stage: 'post', mode: 'cut-answer' })
    expect((await push('writer', `${next}:refs/heads/main`)).code).not.toEqual(0)
    expect(at('main')).toEqual(next)
  })

  test('an answer that never comes is ended by the low speed limit', async () => {
    server.fault({ stage: 'info/refs', mode: 'hang', times: 1 })
    const limits = ['-c', 'http.lowSpeedLimit=1000', '-c', 'http.lowSpeedTime=1']
    const { code } = await git(...limits, 'ls-remote', as('writer'))
    expect(code).toEqual(128)
    expect(server.requests.at(-1)).toMatchObject({ stage: 'info/refs', status: 0 })
  })

  test('the probe before a big pack is no request of its own', async () => {
    const big = Array.from({ length: 400_000 }, (_, at) => (at * 2_654_435_761) % 251)
    const commit = world.commitOn(first, { 'big.bin': Uint8Array.from(big) })
    server.fault({ stage: 'post', mode: 'status', status: 500, times: 1 })
    const small = ['-c', 'http.postBuffer=1000']
    const { code } = await git(...small, 'push', as('writer'), `${commit}:refs/heads/x`)
    expect(code).not.toEqual(0)
    const posts = server.requests.filter(({ stage }) => stage === 'post')
    expect(posts.map(({ status }) => status)).toEqual([200, 500])
  })

  test('skipping lets the first ones through', async () => {
    server.fault({ stage: 'info/refs', mode: 'status', status: 502, skip: 1, times: 1 })
    const codes = []
    for (let turn = 0; turn < 3; turn++) codes.push((await lsRemote('writer')).code)
    expect(codes).toEqual([0, 128, 0])
  })
})

describe('the server', () => {
  test('serves partial clones and single commits by name', async () => {
    const args = ['fetch', '--depth=1', '--filter=blob:none', as('writer'), first]
    expect(await git(...args)).toMatchObject({ code: 0 })
  })

  test('makes a repository of files alone', () => {
    const made = server.createRepository('acme/suite', { files: { 'a/b.txt': 'b\n' } })
    expect(made.git('show', 'main:a/b.txt')).toEqual('b')
  })

  test('waits before each request', async () => {
    const slow = await startGitServer({ delayMs: 60 })
    slow.createRepository('octo/slow', { files: {}, isPublic: true })
    const start = performance.now()
    await git('ls-remote', `${slow.url}/octo/slow`)
    expect(performance.now() - start).toBeGreaterThan(slow.roundTrips() * 60 - 5)
    await slow.close()
  })

  test('closes while a request hangs', async () => {
    server.fault({ mode: 'hang' })
    const hanging = lsRemote('writer')
    while (server.requests.length < 2) await new Promise((resolve) => setTimeout(resolve, 5))
    await server.close()
    expect((await hanging).code).toEqual(128)
  })
})

function known(token: string) {
  return Object.entries(tokens).find(([name]) => name === token)?.[1]
}

function as(token: string): string {
  return served.url.replace('://', `://x-access-token:${token}@`)
}

function push(token: string, ...args: readonly string[]) {
  const options = args.filter((arg) => arg.startsWith('--'))
  const refs = args.filter((arg) => !arg.startsWith('--'))
  return git('push', '--porcelain', ...options, as(token), ...refs)
}

function lsRemote(token: string) {
  return git('ls-remote', as(token))
}

function at(branch: string): string {
  return served.git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`)
}

function entry(differing: object) {
  return {
    method: 'GET',
    service: 'git-receive-pack',
    stage: 'info/refs',
    repository: 'octo/demo',
    login: 'octocat',
    ...differing,
  }
}

interface End {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

/** Not the synchronous git of the other tests: the server lives in this process and must answer. */
function git(...args: readonly string[]): Promise<End> {
  return new Promise((resolve) => {
    execFile('git', [...args], { cwd: world.dir, timeout: 20_000 }, (error, stdout, stderr) => {
      resolve({ code: Number(error?.code ?? (error ? -1 : 0)), stdout, stderr })
    })
  })
}
