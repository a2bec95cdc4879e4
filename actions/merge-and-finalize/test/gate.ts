import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** A request of the job: `POST /pulls`, and which one of its kind, for most come once. */
export type Request = string

/** At which request something happens, and on which side of what the server does. */
export interface Point {
  readonly at: Request
  readonly when: 'before' | 'after'
}

/** What a job that is let through is told to talk to, and what it asked. */
export interface Visit {
  readonly env: Readonly<Record<string, string>>
  /** In the order in which they came. */
  readonly requests: readonly Request[]
  /** The server has done what it was asked at the point, or will never do it, and nothing more of this job is heard. */
  isOver(): boolean
}

/** `end` keeps everything from the job from then on, as when its machine is gone; `cut` breaks that one connection. */
export type Stop = Point & { readonly by: 'end' | 'cut' }

export interface Gate {
  /** What the repository's address begins with. */
  readonly url: string
  /** Lets one job through. */
  admit(stop?: Stop): Visit
  close(): Promise<void>
}

/** The servers' addresses. */
export interface Behind {
  readonly git: string
  readonly api: string
}

/** Stands between jobs and both servers, so that what they ask is one list, and can end at each entry of it. */
export async function openGate(behind: Behind): Promise<Gate> {
  const guests = new Map<string, Guest>()
  const dir = mkdtempSync(join(tmpdir(), 'gate-'))
  const server = createServer((incoming, response) => {
    const { guest, path } = whose(incoming, guests)
    if (guest === undefined || guest.isOver) return void incoming.socket.destroy()
    const isApi = path.startsWith('/api/')
    const target = isApi ? behind.api + path.slice('/api'.length) : behind.git + path
    void pass(guest, { incoming, response, target, name: nameOf(incoming, path) })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    admit: (stop) => {
      const name = `job-${guests.size}`
      const guest: Guest = { stop, requests: [], counts: new Map(), isOver: false }
      guests.set(name, guest)
      const config = join(dir, name)
      // Whatever a job leaves behind when it ends still says whose it is.
      writeFileSync(config, `[http]\n\tuserAgent = git/${name}\n`)
      return {
        env: {
          GITHUB_SERVER_URL: url,
          GITHUB_API_URL: `${url}/api/${name}`,
          GIT_CONFIG_GLOBAL: config,
        },
        requests: guest.requests,
        isOver: () => guest.isOver,
      }
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
        rmSync(dir, { recursive: true, force: true })
      }),
  }
}

interface Guest {
  readonly stop: Stop | undefined
  readonly requests: Request[]
  readonly counts: Map<string, number>
  isOver: boolean
}

function whose(incoming: IncomingMessage, guests: ReadonlyMap<string, Guest>) {
  const { url = '/', headers } = incoming
  const [, name = ''] =
    /^\/api\/(job-\d+)(?=\/)/.exec(url) ?? /git\/(job-\d+)/.exec(headers['user-agent'] ?? '') ?? []
  return { guest: guests.get(name), path: url.replace(/^\/api\/job-\d+/, '/api') }
}

/** Without what differs from run to run. */
function nameOf({ method }: IncomingMessage, path: string): string {
  const { pathname, searchParams } = new URL(path, 'http://gate')
  const short = pathname
    .replace(/^(\/api)?(\/repos)?\/octo\/demo(\.git)?/, '')
    .replace(/\/[0-9a-f]{40}(?=\/|$)/g, '/…')
    .replace(/\/runs\/\d+/, '/runs/…')
    .replace(/\/comments\/\d+/, '/comments/…')
  const service = searchParams.get('service')
  return `${method} ${short}${service === null ? '' : ` ${service}`}`
}

interface Passing {
  readonly incoming: IncomingMessage
  readonly response: ServerResponse
  readonly target: string
  readonly name: string
}

async function pass(guest: Guest, { incoming, response, target, name }: Passing): Promise<void> {
  const body = await readAll(incoming)
  const turn = (guest.counts.get(name) ?? 0) + 1
  guest.counts.set(name, turn)
  const asked = turn === 1 ? name : `${name} (${turn})`
  guest.requests.push(asked)
  const { stop } = guest
  const isHere = stop?.at === asked
  if (isHere && stop.when === 'before') return end(guest, response)
  const answer = await forward(incoming, target, body)
  if (isHere) return end(guest, response)
  if (guest.isOver) return void response.destroy()
  response.writeHead(answer.status, answer.headers).end(answer.body)
}

function end(guest: Guest, response: ServerResponse): void {
  if (guest.stop?.by === 'cut') response.destroy()
  // The connection stays open, for the job is not to learn of its end.
  else guest.isOver = true
}

async function forward(incoming: IncomingMessage, target: string, body: Buffer) {
  const { method = 'GET', headers } = incoming
  const { host: _, 'transfer-encoding': chunked, ...rest } = headers
  const length = chunked === undefined ? {} : { 'content-length': String(body.length) }
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const passed = request(target, { method, headers: { ...rest, ...length } }, resolve)
    passed.on('error', reject)
    passed.end(body)
  })
  const { connection: _c, 'transfer-encoding': _t, 'keep-alive': _k, ...back } = answer.headers
  return { status: answer.statusCode ?? 502, headers: back, body: await readAll(answer) }
}

async function readAll(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of stream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
