import { UserError } from '@wavefront/errors'
import { GitHubError, type Permission } from '@wavefront/github'
import { asUserError } from '../../src/connection/remedies.ts'

const asked = { method: 'POST', path: '/repos/o/r/x', needs: 'issues: write' as Permission }

const cases: readonly { said: string; status: number; needs?: Permission; fix: RegExp }[] = [
  {
    said: 'Resource not accessible by integration',
    status: 403,
    needs: 'pull-requests: write',
    fix: /\n {4}permissions:\n {6}pull-requests: write\n/,
  },
  {
    said: 'Resource not accessible by integration',
    status: 403,
    needs: 'actions: write',
    fix: /\n {6}actions: write\n/,
  },
  {
    said: 'Resource not accessible by personal access token',
    status: 403,
    needs: 'statuses: write',
    fix: /repository permission "statuses: write"/,
  },
  {
    said: 'GitHub Actions is not permitted to create or approve pull requests.',
    status: 403,
    fix: /tick "Allow GitHub Actions to create and approve pull requests" under Settings → Actions → General/,
  },
  { said: 'Bad credentials', status: 401, fix: /valid and has not expired/ },
  {
    said: 'Unexpected inputs provided: ["issue_number", "branch"]',
    status: 422,
    fix: /\n {4}on:\n {6}workflow_dispatch:\n {8}inputs:\n {10}issue_number:\n {12}type: string\n {10}branch:\n {12}type: string$/,
  },
  {
    said: "Workflow does not have 'workflow_dispatch' trigger",
    status: 422,
    fix: /\n {4}on:\n {6}workflow_dispatch:$/,
  },
  {
    said: "Required input 'environment' not provided",
    status: 422,
    fix: /the workflow's input "environment" a default/,
  },
  {
    said: "Cannot trigger a 'workflow_dispatch' on a disabled workflow",
    status: 422,
    fix: /Enable workflow/,
  },
  { said: 'Validation Failed: No commits between main and x', status: 422, fix: /merged already/ },
  { said: 'Validation Failed: base is invalid', status: 422, fix: /a base branch that exists/ },
  { said: 'Validation Failed: head is invalid', status: 422, fix: /push the branch/ },
  {
    said: 'You have exceeded a secondary rate limit. Please wait a few minutes',
    status: 403,
    fix: /wait some minutes/,
  },
  { said: 'API rate limit exceeded for installation ID 1.', status: 403, fix: /GitHub App/ },
  { said: 'Repository was archived so is read-only.', status: 403, fix: /unarchive/ },
  {
    said: 'Unable to create comment because issue is locked.',
    status: 403,
    fix: /unlock the conversation/,
  },
  { said: 'Not Found', status: 404, fix: /may not see it.*"issues: write"/ },
  { said: 'Server Error', status: 502, fix: /githubstatus\.com, and run the job again/ },
  { said: 'Some new refusal', status: 403, fix: /\n {6}issues: write\n/ },
]

test.each(cases)('$status $said', ({ said, status, needs, fix }) => {
  const cause = new GitHubError({ ...asked, said, status, ...(needs ? { needs } : {}) })
  const error = asUserError(cause)
  if (!(error instanceof UserError)) throw new Error('not for the user')
  expect(error.problems).toEqual([
    { what: `GitHub: ${said} (POST /repos/o/r/x: ${status})`, fix: expect.stringMatching(fix) },
  ])
  expect(error.cause).toBe(cause)
})

test.each([['Something is odd', 422, 'POST /repos/o/r/x: 422 Something is odd']])(
  '%s: nothing that the user can mend',
  (said, status, message) => {
    const cause = new GitHubError({ ...asked, said, status })
    expect(asUserError(cause)).toBe(cause)
    expect(cause.message).toBe(message)
  },
)
