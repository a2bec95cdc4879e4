import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { type GitHubWish, openGitHub } from '@wavefront/github'

export interface Seen {
  readonly call: string
  readonly query: URLSearchParams
  readonly token: string
  readonly body: Readonly<Record<string, unknown>>
}

export type Reply =
  | {
      readonly status?: number
      readonly body?: unknown
      readonly headers?: Readonly<Record<string, string>>
    }
  /** The connection ends without an answer, or in the middle of one. */
  | 'hang up'
  | 'break off'

/** A call's answers in order, the last for good; or one that looks at what was asked. */
export type Script = Readonly<Record<string, readonly Reply[] | ((seen: Seen) => Reply)>>

export interface ScriptedServer {
  readonly url: string
  readonly seen: readonly Seen[]
  /** What was called, in order: `GET /issues/7`. */
  calls(): string[]
  /** The bodies that a call was sent. */
  sent(call: string): Seen['body'][]
  openGitHub(more?: Partial<GitHubWish>): ReturnType<typeof openGitHub>
  stop(): Promise<void>
}

const root = '/repos/o/r'

/** A server that says what it is told to say, for answers that GitHub gives on its bad days. */
export async function startScripted(script: Script): Promise<ScriptedServer> {
  const seen: Seen[] = []
  const counts = new Map<string, number>()
  const server = createServer(async (request, response) => {
    const asked = await readRequest(request)
    seen.push(asked)
    const count = counts.get(asked.call) ?? 0
    counts.set(asked.call, count + 1)
    answer(response, replyTo(script[asked.call], asked, count))
  })
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    ...{ url, seen },
    calls: () => seen.map(({ call }) => call),
    sent: (call) => seen.filter((one) => one.call === call).map(({ body }) => body),
    openGitHub: (more = {}) =>
      openGitHub({ token: 't', repository: 'o/r', apiUrl: url, secondMs: 1, ...more }),
    stop: () => {
      server.closeAllConnections()
      return new Promise((stopped) => server.close(() => stopped()))
    },
  }
}

async function readRequest(request: IncomingMessage): Promise<Seen> {
  const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x')
  let body = ''
  for await (const chunk of request) body += chunk
  return {
    call: `${request.method} ${pathname.startsWith(root) ? pathname.slice(root.length) : pathname}`,
    query: searchParams,
    token: (request.headers.authorization ?? '').replace(/^\w+ /, ''),
    body: body === '' ? {} : JSON.parse(body),
  }
}

function replyTo(script: Script[string] | undefined, seen: Seen, count: number): Reply {
  if (typeof script === 'function') return script(seen)
  return script?.[count] ?? script?.at(-1) ?? { status: 404, body: { message: 'Not Found' } }
}

function answer(response: ServerResponse, reply: Reply): void {
  const json = { 'content-type': 'application/json; charset=utf-8' }
  if (reply === 'hang up') return void response.destroy()
  if (reply === 'break off') {
    response.writeHead(201, { ...json, 'content-length': '1000' })
    return void response.write('{"id": 1, "ht', () => response.destroy())
  }
  const { status = 200, body, headers = {} } = reply
  response.writeHead(status, { ...json, ...headers })
  response.end(body === undefined ? undefined : JSON.stringify(body))
}
