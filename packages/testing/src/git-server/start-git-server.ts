import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Spent, takeFrom } from '../github/http/budget.ts'
import { listenOnLoopback } from '../github/http/loopback.ts'
import { pause } from '../github/http/pause.ts'
import { enter, everybody, type GitAccess, type Identity, type Refused, tokenOf } from './access.ts'
import { type GitFault, type GitService, type GitStage, hits } from './faults.ts'
import { createRepository, type RepositoryWish, type ServedRepository } from './repositories.ts'
import { serve } from './serve.ts'

export interface GitServerOptions extends Partial<GitAccess> {
  /** How long each request takes before anything is done. */
  readonly delayMs?: number
}

export interface GitRequest {
  readonly method: string
  readonly service: GitService
  readonly stage: GitStage
  readonly repository: string
  readonly login: string | undefined
  /** 0 when the connection was cut or never answered. */
  readonly status: number
}

export interface GitServer {
  readonly url: string
  /** Where the bare repositories are. */
  readonly root: string
  readonly requests: readonly GitRequest[]
  createRepository(name: string, wish?: RepositoryWish): ServedRepository
  repository(name: string): ServedRepository
  fault(fault: GitFault): void
  clearFaults(): void
  /** How many requests there have been, refused ones too. */
  roundTrips(): number
  forgetRequests(): void
  close(): Promise<void>
}

/** Git's own server behind HTTP, with GitHub's tokens, refusals and bad days. */
export async function startGitServer(options: GitServerOptions = {}): Promise<GitServer> {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'git-server-')))
  const world: World = {
    root,
    access: { ...everybody, ...withoutUndefined(options) },
    delayMs: options.delayMs,
    repositories: new Map(),
    faults: [],
    requests: [],
  }
  const { url, close } = await listenOnLoopback((request, response) =>
    handle(world, request, response),
  )
  return {
    url,
    root,
    requests: world.requests,
    createRepository: (name, wish = {}) => {
      const made = createRepository({ root, url }, name, wish)
      world.repositories.set(name.toLowerCase(), made)
      return made
    },
    repository: (name) => {
      const found = world.repositories.get(name.toLowerCase())
      if (found === undefined) throw new Error(`the git server has no ${name}`)
      return found
    },
    fault: (entry) => void world.faults.push({ entry, seen: 0 }),
    clearFaults: () => void world.faults.splice(0),
    roundTrips: () => world.requests.length,
    forgetRequests: () => void world.requests.splice(0),
    close: async () => {
      await close()
      rmSync(root, { recursive: true, force: true, maxRetries: 3 })
    },
  }
}

interface World {
  readonly root: string
  readonly access: GitAccess
  readonly delayMs: number | undefined
  readonly repositories: Map<string, ServedRepository>
  readonly faults: Spent<GitFault>[]
  readonly requests: GitRequest[]
}

function withoutUndefined({ authorise, identify }: Partial<GitAccess>): Partial<GitAccess> {
  return { ...(authorise && { authorise }), ...(identify && { identify }) }
}

async function handle(
  world: World,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const asked = parseRequest(request)
  if (asked === undefined) return void response.writeHead(404).end('Not Found')
  const { name, service, stage } = asked
  const repository = world.repositories.get(name.toLowerCase())
  const entry = enter(world.access, tokenOf(request), {
    repository: name,
    known: repository !== undefined,
    isPublic: repository?.isPublic ?? false,
    push: service === 'git-receive-pack',
  })
  const login = entry.is === 'refused' ? entry.login : entry.identity?.login
  const { method = 'GET' } = request
  // Written down before it is served, so that the order is that of the requests and a hang is seen.
  const record = { method, service, stage, repository: name, login, status: 0 }
  world.requests.push(record)
  await pause(world.delayMs)
  if (entry.is === 'refused') {
    record.status = entry.status
    return refuse(response, entry)
  }
  if (repository === undefined) throw new Error(`${name} let somebody in and is not there`)
  const visit: Visit = { asked, repository, identity: entry.identity, request, response }
  const status = await answer(world, visit)
  if (status !== undefined) record.status = status
}

interface Visit {
  readonly asked: Asked
  readonly repository: ServedRepository
  readonly identity: Identity | undefined
  readonly request: IncomingMessage
  readonly response: ServerResponse
}

/** The status, or nothing where there is none. */
async function answer(world: World, visit: Visit): Promise<number | undefined> {
  const { asked, repository, identity, request, response } = visit
  const { service, stage, query } = asked
  const spot = { service, stage, repository: repository.name, login: identity?.login }
  const fault = isProbe(request) ? undefined : takeFrom(world.faults, (known) => hits(known, spot))
  if (fault?.mode === 'hang') return undefined
  if (fault?.mode === 'status') {
    const { status = 500, headers, body = '' } = fault
    response.writeHead(status, headers).end(body)
    return status
  }
  const env = {
    ...repository.forbidden(),
    ...(identity && { REMOTE_USER: identity.login }),
    SERVER_WORKFLOWS: identity?.workflows ? 'yes' : 'no',
  }
  const path = `/${repository.name}.git/${stage === 'post' ? service : stage}`
  const call = { root: world.root, path, query, request, env }
  const isPush = service === 'git-receive-pack' && stage === 'post'
  return serve({ call, response, fault, isPush })
}

function refuse(response: ServerResponse, { status, body }: Refused): void {
  const ask = status === 401 && { 'www-authenticate': 'Basic realm="GitHub"' }
  response.writeHead(status, { 'content-type': 'text/plain', ...ask }).end(body)
}

/** Git asks with a flush packet of 4 bytes whether it may send a big pack. */
function isProbe(request: IncomingMessage): boolean {
  return request.method === 'POST' && request.headers['content-length'] === '4'
}

interface Asked {
  readonly name: string
  readonly service: GitService
  readonly stage: GitStage
  readonly query: string
}

function parseRequest({ url = '', method }: IncomingMessage): Asked | undefined {
  const { pathname, searchParams, search } = new URL(url, 'http://server')
  const parts =
    /^\/([\w-]+\/[\w.-]+?)(?:\.git)?\/(info\/refs|git-upload-pack|git-receive-pack)$/.exec(pathname)
  const [, name, end] = parts ?? []
  if (name === undefined) return undefined
  const service = end === 'info/refs' ? searchParams.get('service') : end
  if (service !== 'git-upload-pack' && service !== 'git-receive-pack') return undefined
  return { name, service, stage: method === 'GET' ? 'info/refs' : 'post', query: search.slice(1) }
}
