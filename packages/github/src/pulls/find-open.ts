import type { BranchName } from '@wavefront/wave'
import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'

export const openPullRequest = z.object({
  number: z.number(),
  html_url: z.string(),
  body: z
    .string()
    .nullish()
    .transform((body) => body ?? ''),
  head: z.object({ ref: z.string(), repo: z.object({ id: z.number() }).nullish() }),
  base: z.object({ ref: z.string(), repo: z.object({ id: z.number() }) }),
})
export type OpenPullRequest = z.infer<typeof openPullRequest>

interface Wanted {
  readonly head: BranchName
  readonly base?: BranchName
}

/**
 * The open pull request from a branch of this repository: the one into that base, else the oldest.
 * A fork may have a branch of the same name, and not every server heeds the filter.
 */
export async function findOpen(
  connection: Connection,
  { head, base }: Wanted,
): Promise<OpenPullRequest | undefined> {
  const pages = connection.pages({
    route: 'GET /pulls',
    values: { state: 'open', head: `${connection.repository.owner}:${head}` },
    answer: z.array(openPullRequest),
    needs: 'pull-requests: write',
  })
  let oldest: OpenPullRequest | undefined
  for await (const page of pages) {
    for (const found of page) {
      if (found.head.ref !== head || found.head.repo?.id !== found.base.repo.id) continue
      if (found.base.ref === base) return found
      if (oldest === undefined || found.number < oldest.number) oldest = found
    }
  }
  return oldest
}
