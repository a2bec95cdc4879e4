import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { openMirror, tokenCredentials } from '@wavefront/git'
import { type TaskId, taskId } from '@wavefront/tasks'
import {
  describeEngine,
  type GitServer,
  type GitWorld,
  gitWorld,
  runBd,
  startGitServer,
} from '@wavefront/testing'
import { branchName, type StoreChanges } from '@wavefront/wave'
import { openRemote, type Remote } from '../src/open-remote.ts'

const token = 'ghs_thisIsASecretOfTheServer1234'
const at = new Date('2026-01-02T00:00:00Z')
const issues = ['x-1', 'x-2']

describeEngine('bd-1.3.0', (bd) => {
  let server: GitServer
  let world: GitWorld
  let opened = 0

  beforeEach(async () => {
    server = await startGitServer({
      identify: (given) => (given === token ? { login: 'us', workflows: false } : undefined),
    })
  })
  afterEach(async () => {
    await server.close()
    world.remove()
  })

  test('what is applied here is on the server after the push, for the next job to read', async () => {
    aServedDatabase()
    const remote = await aRemote()
    expect([remote.storeAt, await openIn(remote)]).toEqual(['refs/dolt/data', issues])
    await remote.store.apply(landing('x-1'))
    expect(await remote.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(server.requests).toContainEqual(
      expect.objectContaining({ service: 'git-receive-pack', stage: 'post', login: 'us' }),
    )
    const next = await (await aRemote()).store.read()
    expect(next.tasks.filter(({ state }) => state === 'open').map(({ id }) => id)).toEqual(['x-2'])
    expect(next.attempts.get(taskId('x-1'))).toMatchObject([{ attempt: 1, end: 'landed' }])
  })

  test('what somebody else has pushed in between is kept, and ours is applied to it', async () => {
    aServedDatabase()
    const [one, two] = [await aRemote(), await aRemote()]
    await two.store.apply(landing('x-2'))
    await one.store.apply(landing('x-1'))
    expect(await one.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(await two.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(await openIn(await aRemote())).toEqual([])
  })

  test('a refresh forgets what has not been pushed', async () => {
    aServedDatabase()
    const remote = await aRemote()
    await remote.store.apply(landing('x-1'))
    await remote.server.refresh()
    expect(await openIn(remote)).toEqual(issues)
    expect(await remote.server.pushLanding()).toEqual({ is: 'pushed' })
    expect(await openIn(await aRemote())).toEqual(issues)
  })

  test('a server without a database is an error, never an empty store', async () => {
    world = gitWorld({ files: metadata })
    server.createRepository('octo/demo', { from: world.dir })
    await expect((await aRemote()).store.read()).rejects.toMatchObject({
      name: 'UserError',
      message: expect.stringContaining('bd dolt push'),
    })
  })

  test('a token that is no good is an error, never an empty store', async () => {
    aServedDatabase()
    const remote = await aRemote('ghs_somethingElse')
    await expect(remote.store.read()).rejects.toMatchObject({ name: 'UserError' })
  })

  test('credentials are neither arguments nor on the disk', async () => {
    aServedDatabase()
    const { log, PATH } = spyOnGit()
    const remote = await aRemote(token, { ...process.env, PATH })
    await remote.store.apply(landing('x-1'))
    await remote.server.pushLanding()
    const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
    expect(readFileSync(log, 'utf8')).toContain('push')
    for (const secret of [token, basic]) {
      expect(readFileSync(log, 'utf8')).not.toContain(secret)
      expect(filesWith(join(server.root, `job-${opened - 1}`), secret)).toEqual([])
    }
  })

  /** A person's checkout, from which the database was pushed to the server once. */
  function aServedDatabase(): void {
    world = gitWorld()
    const served = server.createRepository('octo/demo', { from: world.dir })
    world.git('remote', 'add', 'origin', served.path)
    const silent = ['--non-interactive', '--skip-hooks', '--skip-agents']
    runBd(bd, world.dir, ['init', '--quiet', '--prefix', 'x', ...silent])
    const lines = issues.map((id) => JSON.stringify({ id, title: id, ...plain }))
    world.write({ 'import.jsonl': `${lines.join('\n')}\n` })
    runBd(bd, world.dir, ['import', '-i', 'import.jsonl'])
    runBd(bd, world.dir, ['dolt', 'push'])
    // It was pushed by its path, because here the server cannot answer a command that is waited for.
    const config = readFileSync(join(world.dir, '.beads/config.yaml'), 'utf8')
    expect(config).toContain(served.path)
    const { url, path } = served
    const moved = config.replaceAll(new RegExp(`[a-z+]*(://)?${path}`, 'g'), `git+${url}`)
    world.commit({ '.beads/config.yaml': moved, 'import.jsonl': null })
    world.git('push', '--quiet', path, 'HEAD:main')
  }

  async function aRemote(given = token, env: NodeJS.ProcessEnv = process.env): Promise<Remote> {
    const root = join(server.root, `job-${opened++}`)
    const mirror = await openMirror({
      dir: join(root, 'mirror'),
      url: server.repository('octo/demo').url,
      credentials: tokenCredentials(server.url, token),
      patience: { tries: 2, firstWaitMs: 10 },
    })
    const credentials = tokenCredentials(server.url, given)
    await mirror.fetch({ branches: [branchName('main')] })
    return openRemote({
      mirror: { ...mirror, credentials },
      ...{ feature: branchName('f'), base: branchName('main'), isFetched: true },
      ...{ store: 'auto', storeBranch: branchName('beads-sync'), scratch: join(root, 'scratch') },
      ...{ bd: async () => bd, env, clock: () => at },
    })
  }

  function spyOnGit(): { log: string; PATH: string } {
    const bin = join(server.root, 'bin')
    const log = join(server.root, 'arguments')
    const real = process.env.PATH ?? ''
    mkdirSync(bin)
    const script = `#!/bin/sh\necho "$*" >> '${log}'\nPATH='${real}' exec git "$@"\n`
    writeFileSync(join(bin, 'git'), script)
    chmodSync(join(bin, 'git'), 0o755)
    return { log, PATH: `${bin}:${real}` }
  }
})

const plain = { status: 'open', priority: 2, issue_type: 'task' }

const metadata = {
  '.beads/metadata.json':
    '{"database":"dolt","backend":"dolt","dolt_mode":"embedded","dolt_database":"x"}\n',
}

async function openIn(remote: Remote): Promise<readonly TaskId[]> {
  const { tasks } = await remote.store.read()
  return tasks.filter(({ state }) => state === 'open').map(({ id }) => id)
}

function landing(id: string): StoreChanges {
  const attempt = { wave: 1, attempt: 1, end: 'landed', at: at.toISOString(), seconds: 1 } as const
  return {
    close: [{ id: taskId(id), reason: 'Landed' }],
    record: [{ id: taskId(id), attempt }],
  }
}

function filesWith(dir: string, text: string): readonly string[] {
  const paths = readdirSync(dir, { recursive: true, encoding: 'utf8' })
  const files = paths.map((path) => join(dir, path)).filter((path) => statSync(path).isFile())
  return files.filter((path) => readFileSync(path).includes(text))
}
