import type { IncomingMessage, ServerResponse } from 'node:http'
import { tokenOf } from '../git-server/access.ts'
import { answerRequest, type Office, type Violation } from './answer-request.ts'
import type { Answer } from './answers/answer.ts'
import type { FakeGitHub, FakeGitHubOptions, GitHubRequest, RequestFilter } from './fake-github.ts'
import { type GitHubFault, hitsRequest } from './faults.ts'
import { type Spent, takeFrom } from './http/budget.ts'
import { listenOnLoopback } from './http/loopback.ts'
import { pause } from './http/pause.ts'
import { contractOf } from './openapi/contract.ts'
import { operations } from './routes/find-route.ts'
import { planDispatch } from './runs/plan-dispatch.ts'
import { createRuns } from './runs/runs.ts'
import { newComment, newIssue, newRepository, userOf } from './state-builders.ts'
import { createTokens, gitSide } from './tokens.ts'
import type { World } from './world.ts'

/**
 * The slice of GitHub's REST API that the suite uses, held to GitHub's own description of it. What a test
 * leaves in `violations` is a fault of the suite's requests or of this server.
 */
export async function startFakeGitHub(options: FakeGitHubOptions = {}): Promise<FakeGitHub> {
  const world = newWorld(options)
  const violations: Violation[] = []
  const contract = contractOf(operations)
  if (options.warm) contract.warm()
  const door: Door = {
    office: { world, contract, violations },
    options,
    faults: [],
    requests: [],
  }
  const { url, close } = await listenOnLoopback((request, response) =>
    receive(door, request, response),
  )
  world.url = options.ghes ? `${url}/api/v3` : url
  const { state, tokens, runs } = world
  const repository = (name: string) => {
    const found = state.repositories.get(name.toLowerCase())
    if (found === undefined) throw new Error(`the fake GitHub has no ${name}: add it first`)
    return found
  }
  return {
    url: world.url,
    state,
    violations,
    requests: door.requests,
    runs,
    gitAccess: gitSide(tokens, state),
    repository,
    addRepository: (name, choice) => {
      const made = newRepository(world, name, choice)
      state.repositories.set(name.toLowerCase(), made)
      return made
    },
    addIssue: (name, choice = {}) => newIssue(world, repository(name), choice),
    addComment: (name, choice) => newComment(world, repository(name), choice),
    token: tokens.make,
    revoke: tokens.revoke,
    fault: (entry) => void door.faults.push({ entry, seen: 0 }),
    clearFaults: () => void door.faults.splice(0),
    count: (filter = {}) => door.requests.filter((request) => isCounted(request, filter)).length,
    forgetRequests: () => void door.requests.splice(0),
    forgetViolations: () => void violations.splice(0),
    startRun: async ({ repo, workflow, ref, inputs = {}, actor, event, group }) => {
      const home = repository(repo ?? onlyOne([...state.repositories.keys()]))
      const wish = { workflow, ref: ref ?? home.defaultBranch, inputs }
      const planned = await planDispatch(home, wish, world.newId)
      return runs.add(home, planned, {
        actor: userOf(actor),
        event: event ?? 'workflow_dispatch',
        group,
      })
    },
    finishRun: runs.finish,
    close,
  }
}

function newWorld(options: FakeGitHubOptions): World {
  let lastId = 1000
  const newId = () => ++lastId
  const now = options.now ?? (() => new Date())
  return {
    state: { repositories: new Map() },
    tokens: createTokens(),
    runs: createRuns({
      now,
      newId,
      groupOf: options.groupOf ?? (() => undefined),
      onCancel: options.onCancel ?? (() => undefined),
    }),
    isServer: options.ghes ?? false,
    now,
    newId,
    onDispatch: options.onDispatch ?? (() => undefined),
    url: '',
  }
}

function onlyOne(names: readonly string[]): string {
  const [name] = names
  if (name === undefined || names.length > 1)
    throw new Error(`say which repository: there are ${names.length}`)
  return name
}

interface Door {
  readonly office: Office
  readonly options: FakeGitHubOptions
  readonly faults: Spent<GitHubFault>[]
  readonly requests: GitHubRequest[]
}

async function receive(
  door: Door,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { office, options } = door
  const requested = (request.url ?? '/').replace(/^\/api\/v3(?=\/)/, '')
  const { pathname, searchParams: query } = new URL(requested, 'http://server')
  const { method = 'GET' } = request
  const token = office.world.tokens.find(tokenOf(request) ?? '')
  // Written down before it is answered, so that the order is that of the requests and a hang is seen.
  const entry = { method, path: requested, login: token?.user.login, status: 0 }
  door.requests.push(entry)
  const text = await readText(request)
  await pause(options.delayMs)
  const fault = takeFrom(door.faults, (known) => hitsRequest(known, method, requested))
  if (fault?.mode === 'hang') return
  if (fault?.mode === 'cut-before') return void response.destroy()
  const answer =
    fault?.mode === 'status'
      ? faultyAnswer(fault)
      : await answerRequest(office, { method, pathname, requested, query, text, token })
  if (fault?.mode === 'cut-after') return void response.destroy()
  entry.status = answer.status
  send(response, answer, office.world)
}

function faultyAnswer({ status = 500, headers = {}, body }: GitHubFault): Answer {
  return { status, headers, body: body ?? { message: 'Server Error' } }
}

async function readText(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

function send(response: ServerResponse, { status, body, headers }: Answer, world: World): void {
  const isText = typeof body === 'string'
  response.writeHead(status, {
    'content-type': isText ? 'text/html; charset=utf-8' : 'application/json; charset=utf-8',
    'x-github-media-type': 'github.v3; format=json',
    'x-ratelimit-limit': '5000',
    'x-ratelimit-remaining': '4999',
    'x-ratelimit-reset': String(Math.floor(world.now().getTime() / 1000) + 3600),
    'x-ratelimit-resource': 'core',
    ...(world.isServer && { 'x-github-enterprise-version': '3.19.0' }),
    ...headers,
  })
  if (body === undefined) response.end()
  else response.end(isText ? body : JSON.stringify(body))
}

function isCounted(request: GitHubRequest, { method, path, login }: RequestFilter): boolean {
  return (
    (method ?? request.method) === request.method &&
    (path?.test(request.path) ?? true) &&
    (login ?? request.login) === request.login
  )
}
