/** Who a test's commits are by, and when. */
export function personAt(at: Date): Record<string, string> {
  const date = `@${Math.floor(at.getTime() / 1000)} +0000`
  return {
    GIT_AUTHOR_NAME: 'Somebody',
    GIT_AUTHOR_EMAIL: 'somebody@example.org',
    GIT_AUTHOR_DATE: date,
    GIT_COMMITTER_NAME: 'Somebody',
    GIT_COMMITTER_EMAIL: 'somebody@example.org',
    GIT_COMMITTER_DATE: date,
  }
}
