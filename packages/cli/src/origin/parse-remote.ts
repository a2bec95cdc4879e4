/** A repository on GitHub, or on a GitHub Enterprise Server. */
export interface Origin {
  readonly host: string
  /** `owner/name` */
  readonly repository: string
}

/** What a remote's address says: `https://…`, `ssh://…`, `git@host:…`. Nothing for a path or another form. */
export function parseRemote(address: string): Origin | undefined {
  const [, host = '', path = ''] =
    /^(?:https?|ssh|git):\/\/(?:[^@/]*@)?([A-Za-z0-9.-]+)(?::\d+)?\/(.+)$/.exec(address) ??
    /^(?:[A-Za-z0-9._-]+@)?([A-Za-z0-9.-]{2,}):(?!\/\/)(.+)$/.exec(address) ??
    []
  const [, repository] = /^\/?([A-Za-z0-9_-]+\/[A-Za-z0-9._-]+?)(?:\.git)?\/?$/.exec(path) ?? []
  if (host === '' || repository === undefined) return undefined
  // GitHub takes ssh on port 443 as well, under a name of its own.
  const known = host.toLowerCase().replace(/^ssh\.github\.com$|^www\.github\.com$/, 'github.com')
  return { host: known, repository }
}

/** Where the API of a host is. */
export function apiOf(host: string): string {
  if (host === 'github.com' || host.endsWith('.ghe.com')) return `https://api.${host}`
  return `https://${host}/api/v3`
}

/** Where people look at what an API tells of. */
export function webOf(api: string): string {
  const { protocol, host } = new URL(api)
  return `${protocol}//${host.replace(/^api\.(github\.com|.+\.ghe\.com)$/, '$1')}`
}

/** GitHub Enterprise Server lacks some things that GitHub has. */
export function isEnterpriseServer(api: string): boolean {
  return /^\/api\/v3\/?$/.test(new URL(api).pathname)
}
