import type { GitConfig } from '../exec/environment.ts'

/** A token as git sends it to one server, for the environment of single commands. */
export function tokenCredentials(serverUrl: string, token: string): GitConfig {
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return { [`http.${serverUrl.replace(/\/+$/, '')}/.extraHeader`]: `AUTHORIZATION: basic ${basic}` }
}
