import { UserError } from '@wavefront/errors'
import { GitHubError, type Permission, type Refusal } from './github-error.ts'

/** What a port's method promises, with GitHub's refusals in the user's terms. */
export async function inUsersTerms<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    throw asUserError(error)
  }
}

export function asUserError(error: unknown): unknown {
  if (!(error instanceof GitHubError)) return error
  const fix = remedyFor(error.refusal)
  if (fix === undefined) return error
  return new UserError({ what: whatWasRefused(error.refusal), fix }, { cause: error })
}

export function whatWasRefused({ method, path, status, said }: Refusal): string {
  return `GitHub: ${said} (${method} ${path}${status === undefined ? '' : `: ${status}`})`
}

export function remedyFor(refusal: Refusal): string | undefined {
  const { said, status } = refusal
  const known = remedies.find(([pattern]) => pattern.test(said))
  if (known) return remedyIn(known[1], refusal)
  if (status === undefined || status >= 500) return waitAndSee
  const byStatus = remediesByStatus[status]
  return byStatus === undefined ? undefined : remedyIn(byStatus, refusal)
}

type Remedy = string | ((refusal: Refusal) => string)

function remedyIn(remedy: Remedy, refusal: Refusal): string {
  return typeof remedy === 'string' ? remedy : remedy(refusal)
}

/** Matched against GitHub's own words; the first that fits is shown. */
const remedies: readonly (readonly [RegExp, Remedy])[] = [
  [/Resource not accessible by integration/i, ({ needs }) => grant(needs)],
  [
    /Resource not accessible by personal access token/i,
    ({ needs }) => `give the token the repository permission "${needs}", or use one that has it`,
  ],
  [
    /not permitted to create or approve pull requests/i,
    'tick "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General → Workflow permissions (an organization may have to allow it first), or give the token of a GitHub App',
  ],
  [
    /Bad credentials|Requires authentication/i,
    "give a token that is valid and has not expired: an App's token ends after one hour",
  ],
  [/Unexpected inputs provided/i, ({ said }) => declareInputs(said)],
  [
    /does not have '?workflow_dispatch'? trigger/i,
    'let the workflow be started by a dispatch, on the branch that it runs on:\n    on:\n      workflow_dispatch:',
  ],
  [
    /Required input '?"?([\w-]+)'?"? not provided/i,
    ({ said }) => {
      const [, name = ''] = /Required input '?"?([\w-]+)/i.exec(said) ?? []
      return `give the workflow's input "${name}" a default, or write \`required: false\` for it`
    },
  ],
  [/disabled workflow/i, 'enable the workflow: Actions → the workflow → Enable workflow'],
  [/No ref found for/i, 'push the branch, or name one that exists'],
  [
    /No commits between/i,
    'nothing on the branch is new to its base: look whether it was merged already, or whether the base is the right one',
  ],
  [
    /pull request already exists/i,
    'close the other open pull request of this branch, or wait until GitHub shows it, and run again',
  ],
  [/\bhead is invalid|Head sha can't be blank/i, 'push the branch before its pull request is made'],
  [/\bbase is invalid|Base ref must be a branch/i, 'name a base branch that exists'],
  [
    /secondary rate|abuse detection/i,
    'wait some minutes and run the job again; fewer jobs that write to GitHub at the same time avoid it',
  ],
  [
    /rate limit/i,
    'run the job again when the limit is renewed, within the hour; the token of a GitHub App has a limit of its own',
  ],
  [/SAML|single sign-on/i, "authorize the token for the organization's single sign-on"],
  [/IP allow ?list/i, "let the organization's IP allow list have the runner's address"],
  [/archived/i, 'the repository is archived and can only be read: unarchive it in its settings'],
  [/locked/i, 'unlock the conversation of the issue'],
  [
    /issues (are|has been) disabled|disabled issues/i,
    'enable issues: Settings → General → Features → Issues',
  ],
  [
    /(body|title|description) is too long/i,
    'shorten the text: GitHub takes 65,536 characters of a body, 256 of a title',
  ],
  [
    /inputs are too large|too many inputs|maximum .*inputs/i,
    'a dispatch takes 25 inputs with 65,535 characters in all: give fewer or shorter ones',
  ],
  [/No commit found for SHA/i, 'push the commit before its status is set'],
  [
    /ENOTFOUND|EAI_AGAIN|ECONNREFUSED|getaddrinfo|certificate/i,
    'check the network, the proxy and the address of the API',
  ],
]

const waitAndSee =
  'GitHub did not answer as it should, however often it was asked: see https://www.githubstatus.com, and run the job again in some minutes'

const remediesByStatus: Readonly<Record<number, Remedy>> = {
  401: 'give a token that is valid and has not expired',
  403: ({ needs }) => grant(needs),
  404: ({ needs }) =>
    `there is no such thing, or the token may not see it: check the repository's name, and that the token has "${needs}"`,
  410: "it was deleted, or this feature is switched off in the repository's settings",
  429: 'run the job again in some minutes',
}

function grant(needs: Permission): string {
  return [
    'give the job that holds the token the permission, and in a called workflow the calling job as well:',
    '    permissions:',
    `      ${needs}`,
    '  (a GitHub App: in its settings, then accept it where it is installed)',
  ].join('\n')
}

function declareInputs(said: string): string {
  const names = [...said.matchAll(/"([A-Za-z_][\w-]*)"/g)].map(([, name = '']) => name)
  return [
    'declare them in the workflow that is dispatched, on the branch that it runs on:',
    '    on:',
    '      workflow_dispatch:',
    '        inputs:',
    ...names.flatMap((name) => [`          ${name}:`, '            type: string']),
  ].join('\n')
}
