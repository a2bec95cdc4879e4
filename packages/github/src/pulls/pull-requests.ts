import type { BranchName, PullRequest, PullRequests, WantedPullRequest } from '@wavefront/wave'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'
import { inUsersTerms } from '../connection/remedies.ts'
import { sendOnce } from '../connection/send-once.ts'
import { isSameText } from '../issues/marker.ts'
import { findOpen, type OpenPullRequest, openPullRequest } from './find-open.ts'
import { oneLine } from './one-line.ts'
import { withOurPart } from './our-part.ts'
import { writeStatus } from './status.ts'

export function createPullRequests(connection: Connection): PullRequests {
  return {
    find: (head) => inUsersTerms(find(connection, head)),
    write: (wanted) => inUsersTerms(write(connection, wanted)),
    writeStatus: (status) => inUsersTerms(writeStatus(connection, status)),
  }
}

async function find(connection: Connection, head: BranchName): Promise<PullRequest | undefined> {
  const open = await findOpen(connection, { head })
  return open && told(open)
}

async function write(connection: Connection, wanted: WantedPullRequest): Promise<PullRequest> {
  return told((await update(connection, wanted)) ?? (await create(connection, wanted)))
}

async function update(connection: Connection, wanted: WantedPullRequest) {
  const open = await findOpen(connection, wanted)
  if (open === undefined) return undefined
  const body = withOurPart(open.body, wanted.body)
  if (isSameText(body, open.body)) return open
  return connection.ask({
    ...{ route: 'PATCH /pulls/{number}', values: { number: open.number, body } },
    ...{ answer: openPullRequest, needs: 'pull-requests: write' },
  })
}

const titleRoom = 256

function create(connection: Connection, wanted: WantedPullRequest): Promise<OpenPullRequest> {
  const { head, base, title } = wanted
  const body = withOurPart('', wanted.body)
  return sendOnce(connection, {
    send: async () => {
      try {
        return await connection.ask({
          route: 'POST /pulls',
          values: { head, base, title: oneLine(title, titleRoom), body, draft: false },
          ...{ answer: openPullRequest, needs: 'pull-requests: write', once: true },
        })
      } catch (error) {
        if (!isRefusal(error, 422, /pull request already exists/i)) throw error
        const found = await update(connection, wanted)
        if (found === undefined) throw error
        return found
      }
    },
    find: () => update(connection, wanted),
  })
}

function told({ number, html_url }: OpenPullRequest): PullRequest {
  return { number, url: html_url }
}
