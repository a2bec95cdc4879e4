import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'
import type { Comment } from './comments.ts'

const user = z.object({ login: z.string() })

/** Whether a comment is by the workflow's own bot, or by whoever the token belongs to. */
export function createAuthorship(connection: Connection) {
  let ownLogin: Promise<string | undefined> | undefined

  return async ({ user }: Comment): Promise<boolean> => {
    if (user === null) return false
    if (user.type === 'Bot' && user.login === workflowBot) return true
    ownLogin ??= readOwnLogin(connection)
    return user.login === (await ownLogin)
  }
}

const workflowBot = 'github-actions[bot]'

/** An installation's token is nobody's, and GitHub refuses to say whose it is. */
async function readOwnLogin(connection: Connection): Promise<string | undefined> {
  try {
    const { login } = await connection.ask({
      ...{ route: 'GET /user', isGlobal: true },
      ...{ answer: user, needs: 'metadata: read' },
    })
    return login
  } catch (error) {
    if (isRefusal(error, 403)) return undefined
    throw error
  }
}
