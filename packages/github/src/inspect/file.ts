import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'
import { orUnknown, type Unknown } from './answers.ts'

export type FileAnswer =
  | { readonly is: 'found'; readonly text: string }
  /** Neither the file nor, it may be, the branch. */
  | { readonly is: 'missing' }

interface Wanted {
  readonly path: string
  /** The default branch when left out. */
  readonly ref?: string
}

/** A directory is a list; of a file above 1 MiB GitHub sends no content here. */
const content = z.object({ type: z.string(), encoding: z.string(), content: z.string() })

export function readFile(connection: Connection, wanted: Wanted): Promise<FileAnswer | Unknown> {
  return orUnknown(read(connection, wanted))
}

async function read(connection: Connection, { path, ref }: Wanted): Promise<FileAnswer | Unknown> {
  try {
    const found = await connection.ask({
      route: `GET /contents/${path.split('/').map(encodeURIComponent).join('/')}`,
      ...(ref === undefined ? {} : { values: { ref } }),
      answer: content.or(z.unknown().transform(() => undefined)),
      needs: 'contents: read',
    })
    if (found?.type !== 'file' || found.encoding !== 'base64') {
      return { is: 'unknown', why: `${path} is no file, or too big to be read` }
    }
    return { is: 'found', text: Buffer.from(found.content, 'base64').toString('utf8') }
  } catch (error) {
    if (isRefusal(error, 404)) return { is: 'missing' }
    throw error
  }
}
