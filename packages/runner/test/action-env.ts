/** What a runner sets for a step. */
export const actionEnv: NodeJS.ProcessEnv = {
  GITHUB_ACTIONS: 'true',
  GITHUB_REPOSITORY: 'octo-org/re.po',
  GITHUB_RUN_ID: '123456789012',
  GITHUB_SERVER_URL: 'https://github.example/',
  GITHUB_API_URL: 'https://github.example/api/v3',
  GITHUB_EVENT_NAME: 'workflow_dispatch',
  GITHUB_WORKSPACE: '/w',
  RUNNER_TEMP: '/t',
  GITHUB_JOB: 'land',
  GITHUB_ACTOR: 'github-actions[bot]',
  GITHUB_REF: 'refs/heads/main',
  GITHUB_REF_NAME: 'main',
  GITHUB_SHA: 'a'.repeat(40),
}
