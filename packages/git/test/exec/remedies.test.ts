import { UserError } from '@wavefront/errors'
import { GitError } from '../../src/exec/git-error.ts'
import { asUserError } from '../../src/exec/remedies.ts'

describe('a failure that the user can mend', () => {
  const cases = [
    {
      name: 'not a repository',
      stderr: 'fatal: not a git repository (or any of the parent directories): .git',
      fix: 'git init',
    },
    {
      name: 'dubious ownership',
      stderr: "fatal: detected dubious ownership in repository at '/x'\nTo add an exception…",
      fix: 'safe.directory',
    },
    {
      name: 'no commits',
      stderr: "fatal: your current branch 'main' does not have any commits yet",
      fix: 'first commit',
    },
    {
      name: 'a full disk',
      stderr: 'error: unable to write file: No space left on device',
      fix: 'free some space',
    },
    {
      name: 'a commit that the server has no more',
      stderr: `fatal: remote error: upload-pack: not our ref ${'f'.repeat(40)}`,
      fix: 'run the whole workflow again',
    },
    {
      name: 'a protected branch',
      stderr: 'remote: error: GH006: Protected branch update failed for refs/heads/main.',
      fix: 'the branch is protected',
    },
    {
      name: 'a wrong token',
      stderr: "fatal: Authentication failed for 'https://x/'",
      fix: 'token',
    },
    {
      name: 'a wrong key',
      stderr: 'git@x: Permission denied (publickey).\nfatal: Could not read…',
      fix: 'key',
    },
    {
      name: 'a branch that is checked out',
      stderr: "fatal: 'feature' is already checked out at '/x'",
      fix: 'switch --detach',
    },
    { name: 'a race', stderr: ' ! [rejected] main -> main (fetch first)', fix: 'fetch it' },
    {
      name: 'a branch in the way',
      stderr:
        "fatal: cannot lock ref 'refs/heads/a/b': 'refs/heads/a' exists; cannot create 'refs/heads/a/b'",
      fix: 'rename one',
    },
    {
      name: 'a lock',
      stderr: "fatal: Unable to create '/x/.git/index.lock': File exists.",
      fix: '.lock',
    },
    {
      name: 'no permission',
      stderr: "error: could not write '/x': Permission denied",
      fix: 'writable',
    },
    { name: 'no network', stderr: 'fatal: Could not resolve host: example.org', fix: 'network' },
  ]
  test.each(cases)('$name', ({ stderr, fix }) => {
    const cause = new GitError(['push'], 128, stderr)
    const error = asUserError(cause)
    if (!(error instanceof UserError)) throw new Error('no remedy')
    expect(error.problems[0]?.fix).toContain(fix)
    expect(error.problems[0]?.what).toMatch(/^git push: \S/)
    expect(error.cause).toEqual(cause)
  })

  test('any other stays what it is', () => {
    const error = new GitError(['log', 'x'], 1, 'fatal: something new')
    expect(asUserError(error)).toBe(error)
    expect(error.message).toEqual('git log x ended with 1: fatal: something new')
  })
})

test('a password in an address is not shown', () => {
  const error = new GitError(
    ['push', 'https://me:secret@example.org/x'],
    1,
    'no: https://me:secret@example.org/x',
  )
  expect(JSON.stringify([error.message, error.args, error.stderr])).not.toContain('secret')
})
