import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { input, refuseOtherInputs, run } from '../shared/toolkit.mjs'

const allRefs = ['+refs/heads/*:refs/remotes/origin/*', '+refs/tags/*:refs/tags/*']

await run(() => {
  refuseOtherInputs(['repository', 'ref', 'token', 'path', 'fetch-depth', 'persist-credentials'])
  const {
    GITHUB_WORKSPACE = '',
    GITHUB_SERVER_URL,
    GITHUB_SHA = '',
    GITHUB_REPOSITORY,
  } = process.env
  const dir = join(GITHUB_WORKSPACE, input('path'))
  const isOwn = input('repository') === GITHUB_REPOSITORY
  const ref = input('ref') || (isOwn ? GITHUB_SHA : 'HEAD')
  const depth = input('fetch-depth')
  const credentials = Buffer.from(`x-access-token:${input('token')}`).toString('base64')
  const header = `AUTHORIZATION: basic ${credentials}`
  /** @param {readonly string[]} args */
  const git = (...args) => {
    const env = {
      ...process.env,
      GIT_TERMINAL_PROMPT: '0',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: `http.${GITHUB_SERVER_URL}/.extraheader`,
      GIT_CONFIG_VALUE_0: header,
    }
    return execFileSync('git', args, { cwd: dir, env, stdio: ['ignore', 'inherit', 'inherit'] })
  }

  mkdirSync(dir, { recursive: true })
  for (const name of readdirSync(dir)) rmSync(join(dir, name), { recursive: true, force: true })
  git('init', '--quiet', '--initial-branch=main')
  git('remote', 'add', 'origin', `${GITHUB_SERVER_URL}/${input('repository')}`)
  const shallow = depth === '0' ? [] : [`--depth=${depth}`]
  git('fetch', '--quiet', '--no-tags', ...shallow, 'origin', ...(depth === '0' ? allRefs : [ref]))
  git('checkout', '--quiet', '--detach', depth === '0' ? tip(ref) : 'FETCH_HEAD')
  if (input('persist-credentials') === 'true')
    git('config', `http.${GITHUB_SERVER_URL}/.extraheader`, header)
})

/** @param {string} ref */
function tip(ref) {
  return /^[0-9a-f]{40}$/.test(ref) ? ref : `origin/${ref.replace(/^refs\/heads\//, '')}`
}
