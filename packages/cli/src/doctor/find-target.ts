import { UserError } from '@wavefront/errors'
import { apiOf, type Origin } from '../origin/parse-remote.ts'

export interface Wish {
  readonly repository?: string
  readonly api?: string
}

export interface Place {
  readonly repository: string
  readonly api: string
}

/** What is asked about, and where: what was typed, else what the remote says. */
export function findTarget(wish: Wish, origin: Origin | undefined): Place {
  const repository = wish.repository ?? origin?.repository
  if (repository === undefined) {
    throw new UserError({
      what: 'this is no checkout of a repository on GitHub: it has no remote "origin" whose address says so',
      fix: 'run this in a clone, or name it: --repository octocat/hello-world',
    })
  }
  if (!/^[A-Za-z0-9_-]+\/(?!\.+$)[A-Za-z0-9._-]+$/.test(repository)) {
    throw new UserError({
      what: `${JSON.stringify(repository)} is not a repository`,
      where: '--repository',
      fix: 'write its owner and its name: octocat/hello-world',
    })
  }
  const api = wish.api === undefined ? apiOf(origin?.host ?? 'github.com') : checkApi(wish.api)
  return { repository, api }
}

/** A token is sent there: not in the clear, but for this machine itself. */
function checkApi(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  const isLocal = url !== undefined && /^(localhost|127\.\d+\.\d+\.\d+|\[::1\])$/.test(url.hostname)
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)
  if (url !== undefined && isSafe && url.username === '' && url.search === '') {
    return `${url.origin}${url.pathname.replace(/\/+$/, '')}`
  }
  throw new UserError({
    what: `${JSON.stringify(text.replace(/\/\/[^/]*@/, '//***@'))} is not the address of an API`,
    where: '--api',
    fix: 'write https://api.github.com, or https://HOST/api/v3 for GitHub Enterprise Server',
  })
}
