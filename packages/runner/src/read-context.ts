import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import { isCommitSha } from '@wavefront/wave'
import { z } from 'zod'
import { readDefaultBranch, readEventInputs } from './read-event-inputs.ts'

const text = z.string().min(1)
const number = z
  .string()
  .regex(/^[1-9]\d{0,15}$/)
  .transform(Number)
const address = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ''))

/** The runner's own variables. What GitHub calls them stands here and nowhere else. */
const variables = z.object({
  GITHUB_REPOSITORY: z.string().regex(/^[A-Za-z0-9_-][A-Za-z0-9_.-]*\/[A-Za-z0-9_.-]+$/),
  GITHUB_RUN_ID: number,
  GITHUB_RUN_ATTEMPT: number.prefault('1'),
  GITHUB_SERVER_URL: address,
  GITHUB_API_URL: address,
  GITHUB_EVENT_NAME: text,
  GITHUB_WORKSPACE: text,
  RUNNER_TEMP: text,
  GITHUB_JOB: text,
  GITHUB_ACTOR: text,
  GITHUB_REF: text,
  GITHUB_REF_NAME: text,
  GITHUB_SHA: z.string().refine(isCommitSha),
})

/** The facts of this run. */
export type RunContext = ReturnType<typeof toContext> & { readonly defaultBranch?: string }

export function readContext(env: NodeJS.ProcessEnv): Parsed<RunContext> {
  if (env.GITHUB_ACTIONS !== 'true') return refused([outside])
  const found = variables.safeParse(env)
  const inputs = readEventInputs(env.GITHUB_EVENT_PATH)
  const problems = [
    ...(found.success ? [] : found.error.issues.map(({ path }) => wrongVariable(path[0], env))),
    ...(inputs.ok ? [] : inputs.problems),
  ]
  if (!found.success || !inputs.ok) return refused(problems)
  const isHosted = env.RUNNER_ENVIRONMENT === 'github-hosted'
  const defaultBranch = readDefaultBranch(env.GITHUB_EVENT_PATH)
  return parsed({
    ...toContext(found.data, inputs.value, isHosted),
    ...(defaultBranch === undefined ? {} : { defaultBranch }),
  })
}

const outside: Problem = {
  what: 'this is an action, and no workflow runs it (GITHUB_ACTIONS is not "true")',
  fix: 'use it in a workflow; on one machine use `wavefront run`',
}

function toContext(
  found: z.output<typeof variables>,
  eventInputs: Readonly<Record<string, string>>,
  isHosted: boolean,
) {
  const [owner = '', repo = ''] = found.GITHUB_REPOSITORY.split('/')
  return {
    /** `owner/name` */
    repository: found.GITHUB_REPOSITORY,
    owner,
    repo,
    runId: found.GITHUB_RUN_ID,
    runAttempt: found.GITHUB_RUN_ATTEMPT,
    runUrl: `${found.GITHUB_SERVER_URL}/${found.GITHUB_REPOSITORY}/actions/runs/${found.GITHUB_RUN_ID}`,
    serverUrl: found.GITHUB_SERVER_URL,
    apiUrl: found.GITHUB_API_URL,
    eventName: found.GITHUB_EVENT_NAME,
    /** What was typed or sent when the run was dispatched. In a called workflow: the caller's. */
    eventInputs,
    workspace: found.GITHUB_WORKSPACE,
    tempDir: found.RUNNER_TEMP,
    job: found.GITHUB_JOB,
    actor: found.GITHUB_ACTOR,
    /** `refs/heads/main` */
    ref: found.GITHUB_REF,
    /** `main` */
    refName: found.GITHUB_REF_NAME,
    sha: found.GITHUB_SHA,
    isHosted,
  } as const
}

function wrongVariable(name: PropertyKey | undefined, env: NodeJS.ProcessEnv): Problem {
  const key = String(name)
  const value = env[key]
  return {
    what: value === undefined ? `${key} is missing` : `${key} is ${JSON.stringify(value)}`,
    where: "the step's environment",
    fix: 'the runner sets it: remove what changes it in `env:`, and update a runner of your own',
  }
}
