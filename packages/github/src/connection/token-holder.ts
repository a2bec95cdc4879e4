/** What kind of user acts with a token, as far as its form tells; GitHub tells no token whose it is, if it is an installation's. */
export function holderOf(token: string): 'Bot' | 'User' | undefined {
  if (token.startsWith('ghs_')) return 'Bot'
  return /^(gh[opu]|github_pat)_/.test(token) ? 'User' : undefined
}
