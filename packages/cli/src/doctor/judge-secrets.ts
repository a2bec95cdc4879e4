import { suggest } from '@wavefront/errors'
import type { Facts, FoundCaller } from './facts.ts'
import { type Row, rowsAbout } from './row.ts'

const secrets = rowsAbout('Secrets')

export function judgeSecrets(facts: Facts, caller: FoundCaller): Row[] {
  return [...judgeWay(facts, caller), ...judgeExistence(facts, caller)]
}

/** Whether they can arrive. */
function judgeWay({ repository }: Facts, { use, called }: FoundCaller): Row[] {
  if (use.is !== 'call') return []
  const { id, secrets: given } = use.job
  if (given === 'inherit') {
    const owner = (name = '') => name.split('/', 1)[0]?.toLowerCase()
    const other = use.at.repository ?? repository.repository
    if (owner(other) === owner(repository.repository)) return []
    return [
      secrets.problem(
        `the job "${id}" says \`secrets: inherit\`, which arrives empty in a workflow of another owner`,
        `name them:\n${agentEnvYaml}`,
      ),
    ]
  }
  const names = Object.keys(given ?? {})
  const rows = names
    .filter((name) => !called.secrets.includes(name))
    .map((name) =>
      secrets.problem(
        `the job "${id}" passes the secret "${name}"${suggest(name, called.secrets)}, which the called workflow does not have: GitHub refuses the file`,
        `write one of ${called.secrets.join(', ')}`,
      ),
    )
  if (names.includes('app_id') !== names.includes('app_private_key')) {
    rows.push(
      secrets.problem(
        `the job "${id}" passes only one of app_id and app_private_key`,
        'pass both, or neither',
      ),
    )
  }
  if (names.includes('agent_env')) return rows
  const says = `the job "${id}" passes no agent_env, so the agent has no key`
  return [...rows, secrets.unknown(says, `if it needs one:\n${agentEnvYaml}`)]
}

const agentEnvYaml = [
  '    secrets:',
  '      agent_env: |',
  `        ANTHROPIC_API_KEY=\${{ secrets.ANTHROPIC_API_KEY }}`,
].join('\n')

/** Whether they are there. GitHub tells only their names, and those only to administrators. */
function judgeExistence(facts: Facts, { file, path }: FoundCaller): Row[] {
  const named = file.used.secrets.filter((name) => name.toUpperCase() !== 'GITHUB_TOKEN')
  const settings = `${facts.page}/settings/secrets/actions`
  if (named.length === 0) return []
  const list = named.join(', ')
  if (facts.secrets.is === 'unknown') {
    return [
      secrets.unknown(
        `whether ${list} exist${named.length > 1 ? '' : 's'} is for administrators to see`,
        settings,
      ),
    ]
  }
  const there = new Set(facts.secrets.names.map((name) => name.toUpperCase()))
  const missing = named.filter((name) => !there.has(name.toUpperCase()))
  if (missing.length === 0) return [secrets.ok(`${list}: there`)]
  return missing.map((name) => {
    const says = `${path} names the secret ${name}, which this repository does not have`
    if (facts.secrets.is === 'known' && facts.secrets.organization === 'unknown') {
      return secrets.unknown(`${says}; the organization may have it`, settings)
    }
    return secrets.problem(says, `store it: gh secret set ${name}, or ${settings}`)
  })
}
