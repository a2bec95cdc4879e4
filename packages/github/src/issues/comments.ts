import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'
import { sendOnce } from '../connection/send-once.ts'
import { createAuthorship } from './authorship.ts'
import { isMarked, isSameText, markedBody } from './marker.ts'

const comment = z.object({
  id: z.number(),
  html_url: z.string(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  user: z.object({ login: z.string(), type: z.string() }).nullable(),
})
export type Comment = z.infer<typeof comment>

interface Wanted {
  readonly issue: number
  readonly body: string
}

/** Our one comment on an issue: the oldest that is marked and that we wrote. */
export function createCommentWriter(connection: Connection) {
  const isOurs = createAuthorship(connection)

  return async ({ issue, body }: Wanted): Promise<{ url: string }> => {
    const wanted = { issue, body: markedBody(body) }
    const written = (await rewrite(wanted)) ?? (await create(wanted))
    return { url: written.html_url }
  }

  async function rewrite(wanted: Wanted): Promise<Comment | undefined> {
    const ours = await find(wanted.issue)
    if (ours === undefined || isSameText(ours.body, wanted.body)) return ours
    return edit(ours, wanted.body)
  }

  async function find(issue: number): Promise<Comment | undefined> {
    const pages = connection.pages({
      route: 'GET /issues/{issue}/comments',
      values: { issue },
      answer: z.array(comment),
      needs: 'issues: write',
    })
    for await (const page of pages) {
      for (const found of page) if (isMarked(found.body) && (await isOurs(found))) return found
    }
    return undefined
  }

  /** Nothing when somebody has deleted it meanwhile. */
  async function edit({ id }: Comment, body: string): Promise<Comment | undefined> {
    try {
      return await connection.ask({
        route: 'PATCH /issues/comments/{id}',
        values: { id, body },
        answer: comment,
        needs: 'issues: write',
      })
    } catch (error) {
      if (isRefusal(error, 404)) return undefined
      throw error
    }
  }

  function create({ issue, body }: Wanted): Promise<Comment> {
    return sendOnce(connection, {
      send: () =>
        connection.ask({
          route: 'POST /issues/{issue}/comments',
          values: { issue, body },
          answer: comment,
          needs: 'issues: write',
          once: true,
        }),
      find: () => rewrite({ issue, body }),
    })
  }
}
