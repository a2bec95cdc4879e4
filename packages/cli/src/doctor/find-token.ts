import { UserError } from '@wavefront/errors'

export interface TokenWish {
  readonly api: string
  /** The person named the server, so a token may go there. */
  readonly isApiGiven: boolean
  readonly tokenEnv?: string
  readonly env: Readonly<Record<string, string | undefined>>
  /** What `gh auth token` says for a host. */
  readonly askGh: (host: string) => Promise<string | undefined>
}

/** The user's own token. One of github.com is not sent to another server that a remote happens to name. */
export async function findToken(wish: TokenWish): Promise<string> {
  const host = new URL(wish.api).host.replace(/^api\./, '')
  const names = wish.tokenEnv === undefined ? namesFor(host, wish.isApiGiven) : [wish.tokenEnv]
  for (const name of names) {
    const token = wish.env[name]?.trim()
    if (token) return checked(token, name)
  }
  const asked = wish.tokenEnv === undefined ? await wish.askGh(host) : undefined
  if (asked !== undefined) return checked(asked, 'gh auth token')
  throw new UserError({
    what: wish.tokenEnv ? `${wish.tokenEnv} is empty` : `there is no token for ${host}`,
    where: wish.tokenEnv ? '--token-env' : names.join(', '),
    fix: `sign in with \`gh auth login --hostname ${host}\`, or put a token into ${names[0]}`,
  })
}

function namesFor(host: string, isApiGiven: boolean): string[] {
  const cloud = ['GH_TOKEN', 'GITHUB_TOKEN']
  if (host === 'github.com' || host.endsWith('.ghe.com')) return cloud
  return ['GH_ENTERPRISE_TOKEN', 'GITHUB_ENTERPRISE_TOKEN', ...(isApiGiven ? cloud : [])]
}

/** A header would break, and the error would show it. */
function checked(token: string, where: string): string {
  if (/^[\x21-\x7e]+$/.test(token)) return token
  throw new UserError({
    what: 'what it holds is no token: there is white space or something stranger in it',
    where,
    fix: 'put the token there, and nothing else',
  })
}
