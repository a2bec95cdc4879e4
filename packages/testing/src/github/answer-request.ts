import type { Answer } from './answers/answer.ts'
import { checkPermission } from './answers/permissions.ts'
import { notFound, Refusal } from './answers/refusal.ts'
import type { Contract } from './openapi/contract.ts'
import { findRoute } from './routes/find-route.ts'
import type { Call, Route } from './routes/route.ts'
import type { Token } from './tokens.ts'
import type { World } from './world.ts'

/** Where a request or an answer is not as GitHub describes it. */
export interface Violation {
  readonly where: 'request' | 'answer'
  /** `POST /repos/{owner}/{repo}/pulls`, or what was asked for where there is no such operation. */
  readonly operation: string
  readonly problem: string
}

export interface Asked {
  readonly method: string
  readonly pathname: string
  readonly requested: string
  readonly query: URLSearchParams
  readonly text: string
  readonly token: Token | undefined
}

export interface Office {
  readonly world: World
  readonly contract: Contract
  readonly violations: Violation[]
}

/** One request, from the door to the answer: who, what, is it well formed, is it allowed, do it. */
export async function answerRequest(office: Office, asked: Asked): Promise<Answer> {
  const found = findRoute(asked.method, asked.pathname)
  const operation = found?.route.operation ?? `${asked.method} ${asked.pathname}`
  try {
    if (asked.token === undefined) throw new Refusal(401, 'Bad credentials')
    if (found === undefined) {
      const problem = 'there is no such operation here'
      office.violations.push({ where: 'request', operation, problem })
      throw notFound()
    }
    const { path, route } = found
    const { world } = office
    const { token, query, requested } = asked
    const parsed = parseBody(asked.text)
    const problem = office.contract.checkRequest({ operation, path, query, body: parsed })
    if (problem !== undefined) office.violations.push({ where: 'request', operation, problem })
    const body = (parsed ?? {}) as Call['body']
    const wellFormed = () => {
      if (problem !== undefined) throw new Refusal(422, `Invalid request.\n\n${problem}`)
    }
    const answer = await perform(route, { world, token, path, query, requested, body }, wellFormed)
    return checked(office, operation, answer)
  } catch (error) {
    if (error instanceof Refusal) return error.answer
    throw error
  }
}

/** A request that is not allowed is told so before one that is not well formed. */
function perform(route: Route, call: Call, wellFormed: () => void): Answer | Promise<Answer> {
  if (route.is === 'general') {
    wellFormed()
    return route.answer(call)
  }
  const { owner, repo } = call.path
  const repository = call.world.state.repositories.get(`${owner}/${repo}`.toLowerCase())
  if (repository === undefined) throw notFound()
  checkPermission(call.token, repository, route.needs)
  wellFormed()
  return route.answer({ ...call, repository })
}

function parseBody(text: string): unknown {
  if (text === '') return undefined
  try {
    return JSON.parse(text)
  } catch {
    throw new Refusal(400, 'Problems parsing JSON')
  }
}

function checked({ contract, violations }: Office, operation: string, answer: Answer): Answer {
  const body = contract.fillAnswer(operation, answer.status, answer.body)
  const problem = contract.checkAnswer(operation, answer.status, body)
  if (problem === undefined) return { ...answer, body }
  violations.push({ where: 'answer', operation, problem })
  return { status: 500, body: { message: `The fake's answer is not GitHub's: ${problem}` } }
}
