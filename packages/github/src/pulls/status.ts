import type { CommitStatus } from '@wavefront/wave'
import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { oneLine } from './one-line.ts'

const context = 'wavefront'
const descriptionRoom = 140

export async function writeStatus(connection: Connection, status: CommitStatus): Promise<void> {
  const { commit, state, description, url } = status
  await connection.ask({
    route: 'POST /statuses/{sha}',
    values: {
      ...{ sha: commit, context, state },
      description: oneLine(description, descriptionRoom),
      ...(url === undefined ? {} : { target_url: url }),
    },
    answer: z.unknown(),
    needs: 'statuses: write',
  })
}
