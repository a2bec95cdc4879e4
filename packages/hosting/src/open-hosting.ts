import { mkdtemp } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { installBd } from '@wavefront/beads'
import { type Config, configPath, overrideConfig, parseConfig } from '@wavefront/config'
import { UserError, unwrap } from '@wavefront/errors'
import { type Mirror, openMirror, readFileAt, tokenCredentials } from '@wavefront/git'
import { type GitHub, openGitHub } from '@wavefront/github'
import { openRemote, type Remote, wantedRefs } from '@wavefront/remote'
import type { Runner } from '@wavefront/runner'
import { type BranchName, branchName, type CommitSha, isBranchName } from '@wavefront/wave'
import { mergerOptions } from './open-merger.ts'

export interface HostingWish {
  readonly token: string
  /** A GitHub App's, for what must start other workflows. */
  readonly appToken?: string | undefined
  readonly issueNumber?: number | undefined
  readonly branch?: BranchName | undefined
  readonly base?: BranchName | undefined
  readonly overrides?: unknown
  /** Inputs by the configuration's names; those that were not given are undefined. */
  readonly settings?: Readonly<Record<string, unknown>>
  /** Only this commit is worked on: no history is needed. */
  readonly only?: CommitSha
}

/** Everything on the server that an action works with. */
export interface Hosting {
  readonly config: Config
  readonly feature: BranchName
  readonly base: BranchName
  readonly mirror: Mirror
  readonly remote: Remote
  readonly github: GitHub
  /** A directory for this step alone. */
  readonly scratch: string
}

export async function openHosting(runner: Runner, wish: HostingWish): Promise<Hosting> {
  const { context } = runner
  const { token, appToken, only } = wish
  const feature = featureOf(wish)
  const scratch = await mkdtemp(join(context.tempDir, 'wavefront-'))
  const mirror = await openMirror({
    dir: join(scratch, 'mirror'),
    url: `${context.serverUrl}/${context.repository}`,
    credentials: tokenCredentials(context.serverUrl, appToken ?? token),
  })
  const base = wish.base ?? (await findDefault(runner, mirror))
  const place = { feature, base }
  const narrow = only === undefined ? {} : { commits: [only], shallow: true }
  const guess = usualStoreBranch
  await mirror.fetch({ ...wantedRefs({ ...place, storeBranch: guess }), ...narrow })
  const config = await readConfig(mirror, base, wish)
  const { store, storeBranch, bdVersion } = config
  const remote = await openRemote({
    ...{ ...place, mirror, store, storeBranch, scratch },
    isFetched: storeBranch === guess || storeBranch === 'none',
    env: process.env,
    clock: () => new Date(),
    bd: () => findBd(runner, bdVersion),
    merging: mergerOptions(config),
  })
  return { ...place, config, mirror, remote, scratch, github: connect(runner, wish) }
}

/** Fetched along on a guess: the configuration that names it is in what is fetched. */
const usualStoreBranch = branchName('beads-sync')

function featureOf({ branch, issueNumber }: HostingWish): BranchName {
  if (branch !== undefined) return branch
  if (issueNumber !== undefined) return branchName(`opencode/issue-${issueNumber}`)
  throw new UserError({
    what: 'neither an issue nor a branch is given, so there is nothing to work on',
    where: 'inputs',
    fix: 'write `issue_number: 7`, or `branch: my-feature` for tasks without an issue',
  })
}

async function findDefault({ context }: Runner, mirror: Mirror): Promise<BranchName> {
  const told = context.defaultBranch ?? (await mirror.readDefaultBranch()) ?? ''
  if (isBranchName(told)) return told
  throw new UserError({
    what: `the default branch cannot be used as a base (${JSON.stringify(told)})`,
    where: context.repository,
    fix: 'write the branch to start from: `base: main`',
  })
}

/** Of the base, never of the branch that agents work on. */
async function readConfig(mirror: Mirror, base: BranchName, wish: HostingWish): Promise<Config> {
  const at = await mirror.repository.resolve(`refs/heads/${base}`)
  const text = at && (await readFileAt(mirror.repository, at, configPath))
  const written = unwrap(parseConfig(text, configPath))
  const overridden =
    wish.overrides === undefined ? written : unwrap(overrideConfig(written, wish.overrides))
  return unwrap(overrideConfig(overridden, wish.settings ?? {}, 'inputs'))
}

function connect({ context, info }: Runner, { token, appToken }: HostingWish): GitHub {
  return openGitHub({
    token,
    repository: context.repository,
    apiUrl: context.apiUrl,
    log: info,
    ...(appToken === undefined ? {} : { writeToken: appToken }),
  })
}

/** Later steps find the same one on PATH. */
async function findBd({ context, info, addPath }: Runner, version: string): Promise<string> {
  const { env } = process
  const cacheDir = env.RUNNER_TOOL_CACHE || join(context.tempDir, 'tools')
  const { path, is } = await installBd({ version, env, cacheDir, log: info })
  if (is !== 'found') addPath(dirname(path))
  return path
}
