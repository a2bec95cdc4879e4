import { configPath } from '@wavefront/config'
import type { Problem } from '@wavefront/errors'
import { knownAgent } from '../init/known-agents.ts'
import type { Facts } from './facts.ts'
import { type Row, rowsAbout } from './row.ts'
import { usesApp } from './uses-app.ts'

const config = rowsAbout('Configuration')
const agent = rowsAbout('Agent')
const checks = rowsAbout('Checks')
const pulls = rowsAbout('Pull requests')
const role = rowsAbout('Your role')

/** The person who asks, and the repository as a whole. */
export function judgeRepository({ repository, page }: Facts): Row[] {
  const { role: own, isArchived, isFork, repository: name } = repository
  const rows: Row[] = []
  if (own === 'unknown') {
    rows.push(
      role.unknown('GitHub does not tell what this token may do', `${page}/settings/access`),
    )
  } else if (own === 'read' || own === 'triage') {
    const says = `you have "${own}" in ${name}, and starting a wave takes "write"`
    rows.push(role.problem(says, 'ask an administrator of the repository for it'))
  } else {
    rows.push(role.ok(`"${own}" in ${name}, which may start waves`))
  }
  if (isArchived) {
    const says = 'it is archived, and nothing can be pushed'
    rows.push(rowsAbout('Repository').problem(says, `unarchive it: ${page}/settings`))
  }
  if (isFork) {
    const says =
      'it is a fork, and GitHub runs no workflow in a fork before somebody has allowed it'
    rows.push(rowsAbout('Repository').unknown(says, `${page}/actions`))
  }
  return rows
}

/** What no hosted runner has must be brought by the setup, which may also be an action that is not read here. */
function judgeAgent(line: string, setup = ''): Row {
  const known = knownAgent(line)
  if (known === undefined || setup.includes(known.package)) return agent.ok(line)
  return agent.unknown(
    `${line}: hosted runners do not have it, and \`setup\` does not install it`,
    `.github/actions/wavefront-setup/action.yml may; if not, write into ${configPath}: setup: npm install --global ${known.package}`,
  )
}

export function judgeSettings({ settings, base, page }: Facts): Row[] {
  if (settings.is === 'unknown') {
    return [
      config.unknown(`it could not be read: ${settings.why}`, `${page}/blob/${base}/${configPath}`),
    ]
  }
  if (settings.is === 'wrong') return settings.problems.map((problem) => wrong(problem))
  const { isFile, config: read } = settings
  if (!isFile && (read.agent === undefined || read.checks === undefined)) {
    const fix = 'write one with `wavefront init`, and push it'
    return [config.problem(`${base} has no ${configPath}, so no agent or no checks`, fix)]
  }
  return [
    config.ok(isFile ? `${configPath} on ${base} can be read` : 'all of it is in the workflow'),
    read.agent === undefined
      ? agent.problem(
          'none is configured, so each dispatch would have to name one',
          `write into ${configPath}:\n    agent: opencode run`,
        )
      : judgeAgent(read.agent, read.setup),
    read.checks === undefined
      ? checks.problem(
          'none are configured, so nothing is verified before it lands',
          `write into ${configPath}:\n    checks: npm test`,
        )
      : checks.ok(commandsOf(read.checks)),
  ]
}

/** Without what joins several commands into one script. */
function commandsOf(script: string): string {
  const lines = script.split('\n').filter((line) => !/^(set -e|\(|\)|\s*)$/.test(line))
  return lines.join(' && ')
}

function wrong({ what, where, fix }: Problem): Row {
  return config.problem(`${where ? `${where}: ` : ''}${what}`, fix)
}

/** What is behind the tick "Allow GitHub Actions to create and approve pull requests". */
export function judgePullRequests(facts: Facts): Row {
  const { permissions, page } = facts
  if (usesApp(facts)) return pulls.ok('a GitHub App opens them, whatever the setting says')
  const tick = `tick "Allow GitHub Actions to create and approve pull requests" (an organization may have to allow it first): ${page}/settings/actions`
  if (permissions.is === 'unknown') {
    return pulls.unknown('whether Actions may open them is for administrators to see', tick)
  }
  if (permissions.mayCreatePullRequests) return pulls.ok('GitHub Actions may open them')
  return pulls.problem(
    'GitHub Actions may not open them ("GitHub Actions is not permitted to create or approve pull requests")',
    `${tick}, or let a GitHub App do it: examples/github-app.yml`,
  )
}
