import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type GitWorld, gitWorld, oddName, type Remote, runGit } from '@wavefront/testing'
import { type CommitSha, commitSha } from '@wavefront/wave'
import { openRepository, type Repository } from '../../src/repository.ts'
import { readBundle, readBundles, readResultAt, writeBundle } from '../../src/results/bundle.ts'

let world: GitWorld
let remote: Remote
let reader: Repository
let base: CommitSha
let dir: string
let file: string

beforeEach(async () => {
  world = gitWorld()
  world.commit({ 'a.txt': 'a\n' })
  base = commitSha(world.sha('main'))
  remote = world.addRemote('origin')
  dir = mkdtempSync(join(tmpdir(), 'bundles-'))
  file = join(dir, 'result.bundle')
  runGit(['clone', '--quiet', remote.dir, join(dir, 'reader')], { cwd: dir })
  reader = await openRepository(join(dir, 'reader'))
})
afterEach(() => {
  world.remove()
  rmSync(dir, { recursive: true, force: true })
})

describe('a result', () => {
  test('comes through whole', async () => {
    const commit = workOn(base, { [oddName]: 'changed\n', 'b.bin': new Uint8Array([0, 255, 10]) })
    await writeBundle(await openRepository(world.dir), { file, commit, base })
    expect(await readBundle(reader, file)).toEqual({
      id: 't-1',
      wave: 2,
      attempt: 1,
      base,
      outcome: 'done',
      commit,
      startedAt: new Date('2026-01-01T10:00:00Z'),
      finishedAt: new Date('2026-01-01T00:02:00Z'),
    })
    expect(runGit(['show', `${commit}:${oddName}`], { cwd: reader.top })).toEqual('changed')
  })

  test('comes from a clone without history', async () => {
    const shallow = join(dir, 'shallow')
    runGit(['clone', '--quiet', '--depth=1', `file://${remote.dir}`, shallow], { cwd: dir })
    const tree = runGit(['rev-parse', 'HEAD^{tree}'], { cwd: shallow })
    const commit = commitSha(
      runGit(['commit-tree', tree, '-p', base], { cwd: shallow, env: person, input: marked() }),
    )
    await writeBundle(await openRepository(shallow), { file, commit, base })
    expect(await readBundle(reader, file)).toMatchObject({ id: 't-1', base, commit })
    expect(runGit(['for-each-ref', 'refs/wavefront'], { cwd: shallow })).toEqual('')
  })

  test('that changes nothing says what came of the work', async () => {
    const commit = workOn(base, {}, { outcome: 'failed', body: 'the agent gave up\n\nline 7' })
    await writeBundle(await openRepository(world.dir), { file, commit, base })
    expect(await readBundle(reader, file)).toMatchObject({
      outcome: 'failed',
      reason: 'the agent gave up\n\nline 7',
      commit,
    })
  })

  test('may be read twice, and leaves no ref', async () => {
    const commit = workOn(base, { 'b.txt': 'b\n' })
    await writeBundle(await openRepository(world.dir), { file, commit, base })
    const [one, two] = await Promise.all([readBundle(reader, file), readBundle(reader, file)])
    expect([one, two]).toMatchObject([{ commit }, { commit }])
    expect(runGit(['for-each-ref', 'refs/wavefront'], { cwd: reader.top })).toEqual('')
  })

  test('on a branch is read the same', async () => {
    const commit = workOn(base, { 'b.txt': 'b\n' }, { outcome: 'timed-out' })
    const here = await openRepository(world.dir)
    expect(await readResultAt(here, commit)).toMatchObject({ id: 't-1', outcome: 'timed-out' })
    expect(await readResultAt(here, base)).toBeUndefined()
  })
})

describe('many at once', () => {
  const places = ['one', 'two', 'three'].map((name) => () => join(dir, name))
  const [one, two, three] = places as [() => string, () => string, () => string]
  const cases: readonly { name: string; second: () => string; found: object }[] = [
    {
      name: 'each is read as it would be alone',
      second: () => workOn(base, { 'b.txt': 'b\n' }, { id: 't-2' }),
      found: { id: 't-2' },
    },
    {
      name: 'two may hold the same file',
      second: () => workOn(base, { 'x.txt': 'one\n' }, { id: 't-2' }),
      found: { id: 't-2' },
    },
    {
      name: 'a hostile one is none, and keeps the others from nothing',
      second: () => evilCommit('.git'),
      found: { is: 'unreadable', why: expect.stringContaining('its pack is damaged') },
    },
  ]
  test.each(cases)('$name', async ({ second, found }) => {
    bundle('refs/wavefront/result', workOn(base, { 'a.txt': 'one\n' }, { id: 't-1' }), one())
    bundle('refs/wavefront/result', second(), two())
    bundle('refs/wavefront/result', workOn(base, { 'a.txt': 'three\n' }, { id: 't-3' }), three())
    const files = [one(), join(dir, 'nothing'), two(), three()]
    expect(await readBundles(reader, files)).toMatchObject([
      { id: 't-1' },
      { is: 'unreadable', why: 'it is no git bundle' },
      found,
      { id: 't-3' },
    ])
    expect(runGit(['fsck', '--strict'], { cwd: reader.top })).not.toContain('error')
  })

  test('none are read as none', async () => {
    expect(await readBundles(reader, [])).toEqual([])
  })
})

describe('what is no bundle of a worker is not believed', () => {
  const files: readonly { name: string; make: () => void; why: string }[] = [
    { name: 'an empty file', make: () => write(''), why: 'it is no git bundle' },
    { name: 'garbage', make: () => write('garbage\n'), why: 'it is no git bundle' },
    {
      name: 'a file that leads to a repository on the disk',
      make: () => write(`gitdir: ${join(world.dir, '.git')}\n`),
      why: 'it is no git bundle',
    },
    { name: 'nothing', make: () => {}, why: 'it is no git bundle' },
    {
      name: 'a link to another file',
      make: () => {
        bundle('refs/wavefront/result', workOn(base, { 'b.txt': 'b\n' }), join(dir, 'other'))
        symlinkSync(join(dir, 'other'), file)
      },
      why: 'it is no git bundle',
    },
    {
      name: 'a head and no pack',
      make: () => write(`# v2 git bundle\n-${base} x\n${base} refs/wavefront/result\n\n`),
      why: 'its pack is damaged',
    },
    {
      name: 'a pack that breaks off',
      make: () => {
        bundle('refs/wavefront/result', workOn(base, { 'b.txt': 'b\n' }))
        runCut()
      },
      why: 'its pack is damaged',
    },
    {
      name: 'another ref',
      make: () => bundle('refs/heads/main', workOn(base, { 'b.txt': 'b\n' })),
      why: 'it does not hold one commit as refs/wavefront/result',
    },
    {
      name: 'several refs',
      make: () => {
        world.git('update-ref', 'refs/heads/more', workOn(base, { 'c.txt': 'c\n' }))
        bundle('refs/wavefront/result', workOn(base, { 'b.txt': 'b\n' }), file, ['refs/heads/more'])
      },
      why: 'it does not hold one commit as refs/wavefront/result',
    },
    {
      name: 'what starts from a commit that nobody has',
      make: () => {
        const own = world.commitOn(base, { 'own.txt': 'own\n' })
        bundle('refs/wavefront/result', workOn(own, { 'b.txt': 'b\n' }), file, [`^${own}`])
      },
      why: 'it starts from a commit that is not here',
    },
    {
      name: 'a thin bundle that hides what it starts from',
      make: () => {
        const own = world.commitOn(base, { 'own.txt': 'own\n' })
        bundle('refs/wavefront/result', workOn(own, { 'b.txt': 'b\n' }), file, [`^${own}`])
        withoutPrerequisites()
      },
      why: 'its pack is damaged',
    },
    {
      name: 'a blob',
      make: () => {
        const blob = world.git('rev-parse', 'main:a.txt')
        world.git('update-ref', 'refs/wavefront/result', blob)
        world.git('bundle', 'create', '--quiet', file, 'refs/wavefront/result')
      },
      why: 'its commit is not one of a worker',
    },
    {
      name: 'a commit that nobody marked',
      make: () => bundle('refs/wavefront/result', world.commitOn(base, { 'b.txt': 'b\n' })),
      why: 'its commit is not one of a worker',
    },
    {
      name: 'an id that is a trick',
      make: () => bundle('refs/wavefront/result', workOn(base, {}, { id: '../../main' })),
      why: 'its commit is not one of a worker',
    },
    {
      name: 'an outcome that there is not',
      make: () => bundle('refs/wavefront/result', workOn(base, {}, { outcome: 'splendid' })),
      why: 'its commit is not one of a worker',
    },
    {
      name: 'a merge',
      make: () => {
        const other = world.commitOn(base, { 'c.txt': 'c\n' })
        const merge = world.commitOn([base, other], { 'b.txt': 'b\n' }, marked())
        bundle('refs/wavefront/result', merge)
      },
      why: 'its commit is not one of a worker',
    },
    {
      name: 'a tree that would write into .git',
      make: () => bundle('refs/wavefront/result', evilCommit('.git')),
      why: 'its pack is damaged',
    },
    {
      name: 'a tree that climbs out',
      make: () => bundle('refs/wavefront/result', evilCommit('..')),
      why: 'its pack is damaged',
    },
  ]
  test.each(files)('$name', async ({ make, why }) => {
    make()
    const found = await readBundle(reader, file)
    expect(found).toMatchObject({ is: 'unreadable', why: expect.stringContaining(why) })
    expect(runGit(['for-each-ref', 'refs/wavefront'], { cwd: reader.top })).toEqual('')
  })
})

interface Mark {
  readonly id?: string
  readonly outcome?: string
  readonly body?: string
}

const person = {
  GIT_AUTHOR_NAME: 'Somebody',
  GIT_AUTHOR_EMAIL: 'somebody@example.org',
  GIT_COMMITTER_NAME: 'Somebody',
  GIT_COMMITTER_EMAIL: 'somebody@example.org',
}

function marked({ id = 't-1', outcome = 'done', body }: Mark = {}): string {
  const trailers = [
    `Wavefront-Task: ${id}`,
    'Wavefront-Wave: 2',
    'Wavefront-Attempt: 1',
    `Wavefront-Outcome: ${outcome}`,
    'Wavefront-Started: 2026-01-01T10:00:00.000Z',
  ]
  return ['feat(t-1): do it', ...(body ? [body] : []), trailers.join('\n')].join('\n\n')
}

function workOn(
  parent: string,
  files: Record<string, string | Uint8Array>,
  mark?: Mark,
): CommitSha {
  return commitSha(world.commitOn(parent, files, marked(mark)))
}

function bundle(ref: string, commit: string, to = file, more: readonly string[] = []): void {
  world.git('update-ref', ref, commit)
  world.git('bundle', 'create', '--quiet', to, ref, `^${base}`, ...more)
}

function write(text: string): void {
  writeFileSync(file, text)
}

function runCut(): void {
  const bytes = readFileSync(file)
  writeFileSync(file, bytes.subarray(0, bytes.length - 30))
}

function withoutPrerequisites(): void {
  const text = readFileSync(file, 'latin1')
  writeFileSync(file, text.replace(/^-.*\n/gm, ''), 'latin1')
}

/** Git's own commands make no such tree. */
function evilCommit(name: string): CommitSha {
  const blob = Buffer.from(world.git('rev-parse', 'main:a.txt'), 'hex')
  const inner = hash('tree', Buffer.concat([Buffer.from('100755 config\0'), blob]))
  const outer = Buffer.concat([Buffer.from(`40000 ${name}\0`), Buffer.from(inner, 'hex')])
  const tree = hash('tree', outer)
  return commitSha(
    runGit(['commit-tree', tree, '-p', base], { cwd: world.dir, env: person, input: marked() }),
  )
}

function hash(type: string, content: Buffer): string {
  const path = join(dir, 'object')
  writeFileSync(path, content)
  return world.git('hash-object', '-t', type, '--literally', '-w', path)
}
