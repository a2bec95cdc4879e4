import { chmodSync } from 'node:fs'
import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import { type GitWorld, gitWorld, type Remote, writeFiles } from '@wavefront/testing'
import { type CommitSha, commitSha } from '@wavefront/wave'
import { pushAtomically } from '../../src/push/push-atomically.ts'
import type { RefUpdate } from '../../src/push/settle-push.ts'
import { openRepository } from '../../src/repository.ts'

let world: GitWorld
let remote: Remote
let base: CommitSha
let next: CommitSha

beforeEach(() => {
  world = gitWorld()
  remote = world.addRemote('origin')
  base = commitSha(world.sha('main'))
  next = commitSha(world.commitOn(base, { 'a.txt': 'a\n' }))
})
afterEach(() => world.remove())

describe('a push', () => {
  test('moves all its refs and makes new ones', async () => {
    const updates = [move('main', base, next), make('feature', next)]
    expect(await push(updates)).toEqual({ is: 'pushed' })
    expect([at('main'), at('feature')]).toEqual([next, next])
  })

  test('may be repeated', async () => {
    await push([move('main', base, next)])
    expect(await push([move('main', base, next)])).toEqual({ is: 'pushed' })
  })

  test('that loses a race moves nothing', async () => {
    const theirs = pushAsAnother(base, 'theirs')
    remote.git('update-ref', 'refs/heads/main', theirs)
    expect(await push([make('feature', next), move('main', base, next)])).toEqual({
      is: 'lost-race',
      refs: [{ ref: 'refs/heads/main', found: theirs }],
    })
    expect(at('feature')).toEqual('')
  })

  test('finds a ref gone that it was to move', async () => {
    remote.git('update-ref', '-d', 'refs/heads/main')
    expect(await push([move('main', base, next)])).toEqual({
      is: 'lost-race',
      refs: [{ ref: 'refs/heads/main', found: 'absent' }],
    })
  })

  test('never goes backwards, whatever the lease says', async () => {
    await push([move('main', base, next)])
    expect(await push([move('main', next, base)])).toEqual({
      is: 'rejected',
      refs: [{ ref: 'refs/heads/main', reason: `${base} does not contain ${next}` }],
      said: '',
    })
    expect(at('main')).toEqual(next)
  })

  test('runs no hook of the checkout', async () => {
    writeFiles(join(world.dir, '.git/hooks'), { 'pre-push': '#!/bin/sh\nexit 1\n' })
    chmodSync(join(world.dir, '.git/hooks/pre-push'), 0o755)
    expect(await push([move('main', base, next)])).toEqual({ is: 'pushed' })
  })
})

describe('a remote that refuses', () => {
  test('one ref refuses all, in its own words', async () => {
    remote.hook(
      'update',
      'case $1 in *main) echo "error: GH006: Protected branch update failed for $1." >&2; exit 1;; esac',
    )
    const pushed = await push([make('feature', next), move('main', base, next)])
    expect(pushed).toMatchObject({
      is: 'rejected',
      refs: expect.arrayContaining([
        { ref: 'refs/heads/main', reason: '[remote rejected] (hook declined)' },
      ]),
      said: expect.stringContaining('GH006'),
      fix: expect.stringContaining('the branch is protected'),
    })
    expect([at('main'), at('feature')]).toEqual([base, ''])
  })

  test('before it receives', async () => {
    remote.hook('pre-receive', 'echo "not on Sundays" >&2; exit 1')
    const pushed = await push([move('main', base, next)])
    expect(pushed).toMatchObject({
      is: 'rejected',
      refs: [{ ref: 'refs/heads/main', reason: '[remote rejected] (pre-receive hook declined)' }],
      said: expect.stringContaining('not on Sundays'),
    })
  })
})

describe('a connection that is cut', () => {
  test('after the work was done has done it', async () => {
    receiveWith(losingAnswers)
    expect(await push([move('main', base, next)])).toEqual({ is: 'pushed' })
    expect(at('main')).toEqual(next)
  })

  test('before any work is a failure', async () => {
    receiveWith('exit 1')
    await expect(push([move('main', base, next)])).rejects.toThrow(
      'Could not read from remote repository',
    )
    expect(at('main')).toEqual(base)
  })

  test('while somebody else won is a lost race', async () => {
    const theirs = pushAsAnother(base, 'theirs')
    receiveWith(`git update-ref refs/heads/main ${theirs}; exit 1`)
    expect(await push([move('main', base, next)])).toMatchObject({ is: 'lost-race' })
  })
})

test('a remote that is not there is for the user to mend', async () => {
  world.git('remote', 'set-url', 'origin', join(world.dir, 'nowhere'))
  await expect(push([move('main', base, next)])).rejects.toThrow(UserError)
})

async function push(updates: readonly RefUpdate[]) {
  return pushAtomically(await openRepository(world.dir), { remote: 'origin', updates })
}

function move(branch: string, expect: CommitSha, to: CommitSha): RefUpdate {
  return { ref: `refs/heads/${branch}`, expect, to }
}

function make(branch: string, to: CommitSha): RefUpdate {
  return { ref: `refs/heads/${branch}`, expect: 'absent', to }
}

function at(branch: string): string {
  return remote.git('for-each-ref', '--format=%(objectname)', `refs/heads/${branch}`)
}

/** A commit that the remote has from somebody else. */
function pushAsAnother(parent: string, name: string): string {
  const commit = world.commitOn(parent, { [name]: name })
  world.git('push', '--quiet', 'origin', `${commit}:refs/heads/${name}`)
  return commit
}

/** Puts a script in the place of the remote's receiving end. */
function receiveWith(script: string): void {
  writeFiles(remote.dir, { receive: `#!/bin/sh\ncd '${remote.dir}'\n${script}\n` })
  chmodSync(join(remote.dir, 'receive'), 0o755)
  world.git('config', 'remote.origin.receivepack', join(remote.dir, 'receive'))
}

/** Passes on the refs that the remote greets with, up to the flush packet that ends them, and no answer after it. */
const losingAnswers = `exec node -e '
const { spawn } = require("node:child_process")
const child = spawn("git-receive-pack", ["."], { stdio: ["pipe", "pipe", "ignore"] })
process.stdin.pipe(child.stdin)
let greeted = false
child.stdout.on("data", (chunk) => {
  if (!greeted) process.stdout.write(chunk)
  greeted ||= chunk.toString("latin1").endsWith("0000")
})
child.on("close", () => process.exit(1))
'`
