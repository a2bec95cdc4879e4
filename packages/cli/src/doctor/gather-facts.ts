import { type Config, configPath, parseConfig } from '@wavefront/config'
import { UserError, unwrap } from '@wavefront/errors'
import { type Inspector, openInspector } from '@wavefront/github'
import { isEnterpriseServer, webOf } from '../origin/parse-remote.ts'
import type {
  BranchFact,
  Caller,
  CiWorkflow,
  Facts,
  FoundRepository,
  SettingsFact,
} from './facts.ts'
import { findCaller } from './find-caller.ts'
import { readStore } from './read-store.ts'
import { settleConfig } from './settle-config.ts'
import { parseWorkflow } from './workflow-file.ts'

export interface Target {
  readonly api: string
  readonly repository: string
  readonly token: string
  /** The default branch when left out. */
  readonly branch?: string
  readonly log: (line: string) => void
}

/** Only asks; nothing is changed. */
export async function gatherFacts(target: Target): Promise<Facts> {
  const { api, token, log } = target
  const inspectorOf = (repository: string) => openInspector({ apiUrl: api, token, log, repository })
  const inspector = inspectorOf(target.repository)
  const repository = await findRepository(inspector, target)
  const base = target.branch ?? repository.defaultBranch
  const caller = await findCaller({ inspector, inspectorOf })
  const settings = await readSettings(inspector, base, caller)
  const config = settings.is === 'known' ? settings.config : unwrap(parseConfig(undefined))
  const store = await readStore(inspector, base, config)
  const [permissions, secrets, rules, ciWorkflows] = await Promise.all([
    inspector.readWorkflowPermissions(),
    inspector.readSecretNames(),
    readRules(inspector, [
      { role: 'feature', branch: 'opencode/issue-1' },
      ...storeBranches(config, store.is === 'dolt'),
      { role: 'base', branch: base },
    ]),
    Promise.all(config.ciWorkflows.map((name) => readCiWorkflow(inspector, name, base))),
  ])
  return {
    ...{ repository, base, caller, settings, permissions, secrets, rules, store, ciWorkflows },
    page: `${webOf(api)}/${repository.repository}`,
    isEnterpriseServer: isEnterpriseServer(api),
  }
}

async function findRepository(
  inspector: Inspector,
  { repository, api }: Target,
): Promise<FoundRepository> {
  const found = await inspector.readRepository()
  if (found.is === 'found') return found
  throw new UserError({
    what: `there is no repository ${repository} at ${new URL(api).host}, or your token may not see it`,
    where: '--repository',
    fix: 'check its name, and that the token is of somebody who can open it in a browser',
  })
}

async function readSettings(
  inspector: Inspector,
  base: string,
  caller: Caller,
): Promise<SettingsFact> {
  const file = await inspector.readFile({ path: configPath, ref: base })
  if (file.is === 'unknown') return file
  const settled = settleConfig(file, caller.is === 'found' ? caller : undefined)
  if (!settled.ok) return { is: 'wrong', problems: settled.problems }
  return { is: 'known', isFile: file.is === 'found', config: settled.value }
}

type Place = Omit<BranchFact, 'rules'>

/** `bd dolt push` moves a branch beside its data, so that hosts show that there is something. */
function storeBranches({ storeBranch }: Config, isDolt: boolean): Place[] {
  if (isDolt) return [{ role: 'store', branch: '__dolt_remote_info__' }]
  return storeBranch === 'none' ? [] : [{ role: 'store', branch: storeBranch }]
}

function readRules(inspector: Inspector, places: readonly Place[]): Promise<BranchFact[]> {
  return Promise.all(
    places.map(async (place) => ({
      ...place,
      rules: await inspector.readBranchRules(place.branch),
    })),
  )
}

async function readCiWorkflow(
  inspector: Inspector,
  name: string,
  ref: string,
): Promise<CiWorkflow> {
  const path = `.github/workflows/${name}`
  const file = await inspector.readFile({ path, ref })
  if (file.is !== 'found') return { name, is: file.is }
  const read = parseWorkflow(path, file.text)
  if (!read.ok) return { name, is: 'unknown' }
  return { name, is: read.value.dispatch === undefined ? 'not-dispatched' : 'fine' }
}
