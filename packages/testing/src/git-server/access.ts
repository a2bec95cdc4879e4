import type { IncomingMessage } from 'node:http'

export type Access = 'none' | 'read' | 'write'

/** Who a token stands for. */
export interface Identity {
  readonly login: string
  /** Whether its pushes may touch `.github/workflows`. */
  readonly workflows: boolean
}

export interface GitAccess {
  /** What a token may do in `owner/name`. */
  authorise(token: string, repository: string): Access
  /** Nothing for a token that nobody has handed out. */
  identify(token: string): Identity | undefined
}

/** Lets every token do everything. */
export const everybody: GitAccess = {
  authorise: () => 'write',
  identify: () => ({ login: 'somebody', workflows: true }),
}

export interface Wish {
  readonly repository: string
  readonly known: boolean
  readonly isPublic: boolean
  readonly push: boolean
}

export interface Refused {
  readonly is: 'refused'
  readonly login: string | undefined
  readonly status: 401 | 403 | 404
  readonly body: string
}

export type Entry = { readonly is: 'let-in'; readonly identity: Identity | undefined } | Refused

/** Git comes without credentials first; a private repository and none at all look the same to strangers. */
export function enter(access: GitAccess, token: string | undefined, wish: Wish): Entry {
  const refuse = (status: 401 | 403 | 404, body: string, login?: string): Entry => ({
    is: 'refused',
    status,
    body,
    login,
  })
  if (token === undefined)
    return wish.known && wish.isPublic && !wish.push
      ? { is: 'let-in', identity: undefined }
      : refuse(401, 'No anonymous write access.')
  const identity = access.identify(token)
  if (identity === undefined) return refuse(401, 'Invalid username or token.')
  const may = wish.known ? access.authorise(token, wish.repository) : 'none'
  const { login } = identity
  if (may === 'none' && !(wish.known && wish.isPublic))
    return refuse(404, 'Repository not found.', login)
  if (wish.push && may !== 'write')
    return refuse(403, `Permission to ${wish.repository}.git denied to ${login}.`, login)
  return { is: 'let-in', identity }
}

/** The password of Basic credentials, or what comes after Bearer or token. */
export function tokenOf(request: IncomingMessage): string | undefined {
  const [scheme = '', value = ''] = (request.headers.authorization ?? '').split(' ', 2)
  if (/^(bearer|token)$/i.test(scheme)) return value
  if (!/^basic$/i.test(scheme)) return undefined
  const plain = Buffer.from(value, 'base64').toString()
  return plain.slice(plain.indexOf(':') + 1)
}
