import { spawnSync } from 'node:child_process'
import { isNewer } from './versions.mjs'

/**
 * @typedef {{ name: string, object: string, commit: string }} Tag
 * @typedef {{ is: 'to push', version: string, commit: string, major: string, moves: boolean, old: string } | { is: 'taken' } | { is: 'there', version: string }} Plan
 */

/**
 * The major tag is for those who write `@v1`: it moves with each release, but not back to an older line's.
 * @param {string} version @param {string} commit @param {readonly Tag[]} tags @returns {Plan}
 */
export function planTags(version, commit, tags) {
  const own = tags.find(({ name }) => name === `v${version}`)
  if (own && own.commit !== commit) return { is: 'taken' }
  const [number = ''] = version.split('.')
  const line = tags.filter(({ name }) => name.startsWith(`v${number}.`))
  const moves = !line.some(({ name }) => isNewer(name.slice(1), version))
  const major = tags.find(({ name }) => name === `v${number}`)
  if (own && (!moves || major?.commit === commit)) return { is: 'there', version }
  return { is: 'to push', version, commit, major: `v${number}`, moves, old: major?.object ?? '' }
}

/** @param {Plan} plan */
export function renderTags(plan) {
  if (plan.is !== 'to push') return 'The tags are there already.'
  const { version, commit, major, moves, old } = plan
  const lines = [`tag v${version} on ${commit}`]
  if (moves) lines.push(`tag ${major} on ${commit}${old ? ', moved' : ''}`)
  else lines.push(`${major} stays: there is a newer release of that line`)
  return lines.join('\n')
}

/** What the remote has. @param {string} root @returns {Tag[]} */
export function readTags(root) {
  /** @type {Map<string, Tag>} */
  const tags = new Map()
  for (const line of git(root, ['ls-remote', '--tags', 'origin']).split('\n')) {
    const [, sha = '', name = '', peeled] =
      /^(\w+)\trefs\/tags\/(v[\d.]+)(\^\{\})?$/.exec(line) ?? []
    if (name === '') continue
    const object = peeled ? (tags.get(name)?.object ?? sha) : sha
    tags.set(name, { name, object, commit: sha })
  }
  return [...tags.values()]
}

/**
 * Both or none. The lease lets the major tag move only from where it was seen: a tag that exists moves by
 * force or not at all.
 * @param {string} root @param {Extract<Plan, { is: 'to push' }>} plan
 */
export function pushTags(root, { version, commit, major, moves, old }) {
  const names = [`v${version}`, ...(moves ? [major] : [])]
  for (const name of names)
    git(root, ['tag', '-f', '-a', '-m', `Wavefront ${version}`, name, commit])
  const lease = `--force-with-lease=refs/tags/${major}:${old}`
  git(root, ['push', '--atomic', lease, 'origin', ...names.map((name) => `refs/tags/${name}`)])
}

/** @param {string} cwd @param {string[]} args */
function git(cwd, args) {
  const env = { ...process.env, GIT_TERMINAL_PROMPT: '0', ...credentials(), ...tagger() }
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Error(`git ${args.join(' ')} failed:\n${stderr}`)
  return stdout
}

/** The token is in the environment of one git command, and nowhere on disk. */
function credentials() {
  const { GITHUB_TOKEN: token, GITHUB_SERVER_URL: server = 'https://github.com' } = process.env
  if (!token) return {}
  const basic = Buffer.from(`x-access-token:${token}`).toString('base64')
  return {
    GIT_CONFIG_COUNT: '1',
    GIT_CONFIG_KEY_0: `http.${server}/.extraheader`,
    GIT_CONFIG_VALUE_0: `AUTHORIZATION: basic ${basic}`,
  }
}

/** A runner has nobody configured. */
function tagger() {
  if (!process.env.GITHUB_ACTIONS) return {}
  const bot = 'github-actions[bot]'
  const email = '41898282+github-actions[bot]@users.noreply.github.com'
  return { GIT_COMMITTER_NAME: bot, GIT_COMMITTER_EMAIL: email }
}
