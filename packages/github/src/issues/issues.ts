import type { Issue, Issues } from '@wavefront/wave'
import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'
import { inUsersTerms } from '../connection/remedies.ts'
import { createCommentWriter } from './comments.ts'

export function createIssues(connection: Connection): Issues {
  const writeComment = createCommentWriter(connection)
  return {
    read: (issue) => inUsersTerms(readIssue(connection, issue)),
    writeComment: (comment) => inUsersTerms(writeComment(comment)),
  }
}

const answer = z.object({
  number: z.number(),
  title: z.string(),
  html_url: z.string(),
  state: z.string(),
  pull_request: z.unknown().optional(),
})

async function readIssue(connection: Connection, issue: number): Promise<Issue | undefined> {
  const found = await askFor(connection, issue)
  // Of an issue that was moved elsewhere GitHub tells the new place, which is another repository.
  if (found === undefined || found.number !== issue) return undefined
  return {
    number: issue,
    title: found.title,
    url: found.html_url,
    isOpen: found.state === 'open',
    isPullRequest: found.pull_request !== undefined,
  }
}

async function askFor(connection: Connection, issue: number) {
  try {
    return await connection.ask({
      ...{ route: 'GET /issues/{issue}', values: { issue } },
      ...{ answer, needs: 'issues: read' },
    })
  } catch (error) {
    if (isRefusal(error, 404) || isRefusal(error, 410)) return undefined
    throw error
  }
}
