import { type ChildProcessWithoutNullStreams, execFileSync, spawn } from 'node:child_process'
import type { IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { hermeticEnv } from '../git/hermetic.ts'

export interface BackendCall {
  readonly root: string
  /** `/owner/name.git/info/refs` and the like. */
  readonly path: string
  readonly query: string
  readonly request: IncomingMessage
  readonly env: Readonly<Record<string, string>>
}

/** Starts `git http-backend` for one request: CGI, with the request's body still to be given. */
export function spawnBackend(call: BackendCall): ChildProcessWithoutNullStreams {
  const { headers, method = 'GET' } = call.request
  const header = (name: string) => String(headers[name] ?? '')
  const length = headers['content-length']
  return spawn(backendPath(), {
    env: {
      PATH: process.env.PATH,
      ...hermeticEnv,
      GIT_PROJECT_ROOT: call.root,
      GIT_HTTP_EXPORT_ALL: '1',
      GIT_HTTP_MAX_REQUEST_BUFFER: '1G',
      PATH_INFO: call.path,
      QUERY_STRING: call.query,
      REQUEST_METHOD: method,
      CONTENT_TYPE: header('content-type'),
      HTTP_CONTENT_ENCODING: header('content-encoding'),
      GIT_PROTOCOL: header('git-protocol'),
      REMOTE_ADDR: '127.0.0.1',
      ...(length !== undefined && { CONTENT_LENGTH: length }),
      ...call.env,
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  })
}

let path: string | undefined

function backendPath(): string {
  path ??= join(
    execFileSync('git', ['--exec-path'], { encoding: 'utf8' }).trim(),
    'git-http-backend',
  )
  return path
}

export interface CgiHead {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
}

export function parseCgiHead(text: string): CgiHead {
  const pairs = text.split(/\r?\n/).map((line) => {
    const colon = line.indexOf(':')
    return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()] as const
  })
  const { status = '200', ...headers } = Object.fromEntries(pairs)
  return { status: Number.parseInt(status, 10), headers }
}
