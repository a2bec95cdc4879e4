import { type Problem, UserError } from '@wavefront/errors'
import type { GitEnd } from './git.ts'
import { GitError } from './git-error.ts'

/** The error to throw for a command that was run with `tryGit` and failed in an unexpected way. */
export function failureOf(args: readonly string[], { code, stderr }: GitEnd): GitError | UserError {
  return asUserError(new GitError(args, code, stderr))
}

/** The failure in the user's terms, where there is something that the user can do about it. */
export function asUserError(error: GitError): GitError | UserError {
  const fix = remedyFor(error.stderr)
  if (fix === undefined) return error
  const problem: Problem = { what: `git ${verbOf(error.args)}: ${telling(error.stderr)}`, fix }
  return new UserError(problem, { cause: error })
}

export function remedyFor(stderr: string): string | undefined {
  return remedies.find(([pattern]) => pattern.test(stderr))?.[1]
}

export function gitIsMissing(cause: Error): UserError {
  return new UserError(
    {
      what: `git cannot be started (${cause.message})`,
      fix: 'install git 2.38 or newer and put it on PATH',
    },
    { cause },
  )
}

/** Matched against git's stderr in the C locale; the first that fits is shown. */
const remedies: readonly (readonly [RegExp, string])[] = [
  [
    /detected dubious ownership/,
    'if you trust this repository: git config --global --add safe.directory <its directory>',
  ],
  [/not a git repository/i, 'run this inside a git repository, or make one: git init'],
  [
    /does not have any commits yet|bad default revision 'HEAD'|ambiguous argument 'HEAD'/,
    'make a first commit: git add -A && git commit -m "first commit"',
  ],
  [
    /No space left on device|disk quota exceeded|(couldn't|unable to) write .*\.lock/i,
    'free some space on the disk, then run the same command again',
  ],
  [
    /GH006|GH013|protected branch/i,
    "the branch is protected: push to another branch, or allow this one in the repository's branch rules",
  ],
  [
    /couldn't find remote ref/i,
    'name a branch that exists on the server, or push this one there first',
  ],
  [
    /upload-pack: not our ref|Server does not allow request for unadvertised object/i,
    'the commit is not on the server any more, because its branch was moved or deleted: run the whole workflow again, so that it starts from what is there now',
  ],
  [
    /refusing to allow .* without `?workflows?`? permission/i,
    'this token may not change workflow files: leave `.github/workflows/` out of the work (`protected_paths` does that), or push with the token of a GitHub App that was minted with `permission-workflows: write`',
  ],
  [
    /Authentication failed|could not read (Username|Password)|terminal prompts disabled|HTTP 40[13]|returned error: 40[13]|Permission denied \(publickey/i,
    'check that the token or key is valid and may write to this repository (contents: write)',
  ],
  [
    /already (checked out|used by worktree) at/,
    'switch that worktree to another branch: git -C <its directory> switch --detach',
  ],
  [
    /\(non-fast-forward\)|\(fetch first\)|non-fast-forward/,
    'the branch has moved meanwhile: fetch it and run the same command again',
  ],
  [
    /cannot lock ref .*(exists; cannot create|there is a non-empty directory)/s,
    'a branch of this name and branches below it cannot both exist: rename one of them',
  ],
  [
    /Unable to create '.*\.lock': File exists/,
    'another git command is running in this repository; if none is, delete the .lock file that git names',
  ],
  [
    /Permission denied|insufficient permission/i,
    'make the repository writable for this user (ls -ld on what git names)',
  ],
  [
    /Could not resolve host|unable to access|Could not read from remote repository|Connection (refused|reset|timed out)/i,
    'check the network and the address of the remote: git remote -v',
  ],
]

/** The first line with something to say; the rest is git's advice and stays in the cause. */
function telling(stderr: string): string {
  const lines = stderr.split('\n').map((line) => line.trim())
  const line =
    lines.find((line) => /^(fatal|error|remote: error):/.test(line)) ??
    lines.find((line) => line !== '')
  return (line ?? 'failed without a message').replace(/^(fatal|error): /, '')
}

function verbOf(args: readonly string[]): string {
  return args.find((arg, index) => arg !== '-c' && args[index - 1] !== '-c') ?? ''
}
