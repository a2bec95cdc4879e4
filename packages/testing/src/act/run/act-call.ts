import { mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import type { RunState } from '../../github/index.ts'
import type { ActWorldOptions } from '../act-world.ts'
import type { ActCall } from '../process/act-process.ts'
import { harness } from '../rewrites/rewrite.ts'
import type { Secrets } from './masks.ts'
import type { RunPlace } from './prepare-run.ts'

const usualRunners = ['ubuntu-latest', 'ubuntu-24.04', 'self-hosted', 'linux', 'x64']

interface Wish {
  readonly options: ActWorldOptions
  readonly run: RunState
  readonly place: RunPlace
  /** With a GITHUB_TOKEN for what asks for one where the harness cannot give it that of its job. */
  readonly secrets: Secrets
  /** Tokens and lines of secrets: act masks them as it does secrets. */
  readonly masks: readonly string[]
}

/** How act is called for one attempt of a run. It learns nothing of this machine but PATH. */
export function actCall(wish: Wish): Omit<ActCall, 'onLine'> {
  const { options, run, place } = wish
  const home = join(place.dir, 'home')
  const temp = join(place.dir, 'temp')
  for (const dir of [home, temp]) mkdirSync(dir, { recursive: true })
  return {
    act: options.act,
    args: argsOf(wish),
    cwd: place.dir,
    timeLimitMs: options.runTimeLimitMs ?? 120_000,
    env: {
      HOME: home,
      TMPDIR: temp,
      PATH: [...(options.path ?? []), process.env.PATH ?? ''].join(delimiter),
      LANG: 'C.UTF-8',
      GIT_CONFIG_NOSYSTEM: '1',
    },
  }

  function argsOf({ secrets, masks }: Wish): readonly string[] {
    const event = join(place.dir, 'event.json')
    writeFileSync(event, JSON.stringify(eventOf(options, run)))
    const hidden = masks.map((mask, at) => `HARNESS_MASK_${at}=${mask}`)
    const { suite } = options
    const repositories = [
      `${suite.repository}@${suite.ref}=${place.suite}`,
      `${harness.repository}@${harness.ref}=${place.standIns}`,
      `${run.repository}@${run.headSha}=${place.caller}`,
    ]
    return [
      run.event,
      ...['-C', place.caller, '-W', run.path, '-e', event, '-a', run.actor.login],
      ...['--json', '--rm', '--no-cache-server', '--no-skip-checkout', '--action-offline-mode'],
      // Stages have few jobs; the legs of a matrix are bounded by max-parallel.
      ...['--concurrent-jobs', '16'],
      ...noFiles.flatMap((flag) => [flag, '/dev/null']),
      ...each('-P', [...usualRunners, ...(options.runners ?? [])].map(onHost)),
      ...each('-s', [...Object.entries(secrets).map((pair) => pair.join('=')), ...hidden]),
      ...each(
        '--env',
        Object.entries(envOf(options, run)).map((pair) => pair.join('=')),
      ),
      ...each('--local-repository', repositories),
    ]
  }
}

/** act would take settings from files of these names in the caller's repository. */
const noFiles = ['--env-file', '--secret-file', '--var-file', '--input-file']

function each(flag: string, values: readonly string[]): readonly string[] {
  return values.flatMap((value) => [flag, value])
}

function onHost(label: string): string {
  return `${label}=-self-hosted`
}

function eventOf({ github }: ActWorldOptions, run: RunState): object {
  const { owner, name, defaultBranch, isPrivate } = github.repository(run.repository)
  return {
    inputs: run.inputs,
    ref: `refs/heads/${run.ref}`,
    workflow: run.path,
    repository: {
      name,
      full_name: run.repository,
      owner: { login: owner },
      default_branch: defaultBranch,
      private: isPrivate,
    },
    sender: run.actor,
  }
}

function envOf({ github, git, env }: ActWorldOptions, run: RunState): Record<string, string> {
  const { id, owner } = github.repository(run.repository)
  return {
    GITHUB_API_URL: github.url,
    GITHUB_SERVER_URL: git.url,
    GITHUB_REPOSITORY: run.repository,
    GITHUB_REPOSITORY_OWNER: owner,
    GITHUB_REPOSITORY_ID: String(id),
    GITHUB_REF: `refs/heads/${run.ref}`,
    GITHUB_REF_NAME: run.ref,
    GITHUB_REF_TYPE: 'branch',
    GITHUB_RUN_ID: String(run.id),
    GITHUB_RUN_NUMBER: String(run.runNumber),
    GITHUB_RUN_ATTEMPT: String(run.runAttempt),
    // What act leaves out.
    GITHUB_TRIGGERING_ACTOR: run.actor.login,
    GITHUB_WORKFLOW_REF: `${run.repository}/${run.path}@refs/heads/${run.ref}`,
    GITHUB_WORKFLOW_SHA: run.headSha,
    RUNNER_ENVIRONMENT: 'github-hosted',
    RUNNER_NAME: 'a runner',
    ...env,
  }
}
