import type { ZodType } from 'zod'
import { GitHubError, githubErrorOf, type Permission } from './github-error.ts'
import { createOctokit, type OctokitWish } from './octokit.ts'
import { type Repository, repositoryName } from './repository-name.ts'
import { holderOf } from './token-holder.ts'

export interface ConnectionWish extends OctokitWish {
  /** `owner/name` */
  readonly repository: string
}

/** One repository, asked and told things over GitHub's REST API with one token. */
export interface Connection {
  readonly repository: Repository
  /** The kind of user that the token makes its bearer, where that is known. */
  readonly holder: 'Bot' | 'User' | undefined
  ask<T>(question: Question<T>): Promise<T>
  /** The pages of a list, a hundred each, for as long as somebody wants more. */
  pages<T>(question: Question<T>): AsyncIterable<T>
  wait(seconds: number): Promise<void>
  /** The time by GitHub's clock, as far as its answers have told it. */
  now(): Date
}

export interface Question<T> {
  /** Below the repository (`GET /issues/{issue}`), unless it is global. */
  readonly route: string
  readonly isGlobal?: boolean
  readonly values?: Readonly<Record<string, unknown>>
  /** What is read of the answer. */
  readonly answer: ZodType<T>
  readonly needs: Permission
  /** Doing it twice would be seen: when the answer gets lost, it is the caller who finds out. */
  readonly once?: boolean
}

/** Nothing is sent, or even set up, before the first question. */
export function connect(wish: ConnectionWish): Connection {
  const repository = repositoryName(wish.repository)
  let octokit: ReturnType<typeof createOctokit> | undefined
  const open = () => {
    octokit ??= createOctokit(wish)
    return octokit
  }
  return {
    repository,
    holder: holderOf(wish.token),
    ask: async (question) => {
      const { route, values } = requestOf(repository, question)
      try {
        return read(question, await open().client.request(route, values))
      } catch (error) {
        throw githubErrorOf(error, question.needs)
      }
    },
    pages: (question) => pagesOf(open().client, repository, question),
    wait: (seconds) => new Promise((done) => setTimeout(done, seconds * (wish.secondMs ?? 1000))),
    now: () => open().now(),
  }
}

async function* pagesOf<T>(
  client: ReturnType<typeof createOctokit>['client'],
  repository: Repository,
  question: Question<T>,
): AsyncIterable<T> {
  const { route, values } = requestOf(repository, question)
  try {
    for await (const page of client.paginate.iterator(route, { per_page: 100, ...values })) {
      yield read(question, page)
    }
  } catch (error) {
    throw githubErrorOf(error, question.needs)
  }
}

function requestOf({ owner, name }: Repository, question: Question<unknown>) {
  const { route, values, isGlobal, once } = question
  const [method, path] = route.split(' ')
  const request = once ? { request: { retries: 0 } } : {}
  if (isGlobal) return { route, values: { ...values, ...request } }
  return {
    route: `${method} /repos/{owner}/{repo}${path}`,
    values: { ...values, owner, repo: name, ...request },
  }
}

interface Response {
  readonly data: unknown
  readonly url: string
  readonly status: number
}

function read<T>({ answer, route, needs }: Question<T>, { data, url, status }: Response): T {
  const result = answer.safeParse(data)
  if (result.success) return result.data
  const [method = ''] = route.split(' ')
  const [issue] = result.error.issues
  const said = `an answer in an unknown form (${issue?.path.join('.') || 'all of it'}: ${issue?.message})`
  throw new GitHubError({ method, path: new URL(url).pathname, said, needs, status })
}
