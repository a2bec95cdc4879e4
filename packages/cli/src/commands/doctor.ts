import { UserError } from '@wavefront/errors'
import { GitHubError } from '@wavefront/github'
import { isBranchName } from '@wavefront/wave'
import { green, red, yellow } from 'yoctocolors'
import { findTarget, type Wish } from '../doctor/find-target.ts'
import { findToken } from '../doctor/find-token.ts'
import { gatherFacts, type Target } from '../doctor/gather-facts.ts'
import { judge } from '../doctor/judge.ts'
import { type Paint, renderRows } from '../doctor/render-rows.ts'
import { exitCodes } from '../exit-codes.ts'
import { askProgram } from '../origin/ask-program.ts'
import { readOrigin } from '../origin/read-origin.ts'

export interface DoctorOptions extends Wish {
  readonly tokenEnv?: string
  readonly branch?: string
  readonly json?: boolean
}

/** `wavefront doctor`: what a repository lacks for waves on GitHub. It only asks. */
export async function doctor(options: DoctorOptions): Promise<number> {
  const target = await readTarget(options)
  const facts = await explainSilence(gatherFacts(target))
  const rows = judge(facts)
  const isFine = rows.every(({ is }) => is !== 'problem')
  const { repository } = facts.repository
  if (options.json) {
    const { base } = facts
    console.log(JSON.stringify({ repository, base, fine: isFine, rows }, undefined, 2))
  } else {
    const paint = process.stdout.isTTY ? colours : plain
    console.log(
      `${repository}, for waves that start from ${facts.base}\n\n${renderRows(rows, paint)}`,
    )
  }
  return isFine ? exitCodes.done : exitCodes.notDone
}

async function readTarget(options: DoctorOptions): Promise<Target> {
  const { api, tokenEnv, branch } = options
  const place = findTarget(options, await readOrigin(process.cwd()))
  if (branch !== undefined && !isBranchName(branch)) {
    const what = `${JSON.stringify(branch)} is not a branch name`
    throw new UserError({ what, where: '--branch', fix: 'write the name of the base: main' })
  }
  const token = await findToken({
    ...{ api: place.api, isApiGiven: api !== undefined, env: process.env },
    ...(tokenEnv === undefined ? {} : { tokenEnv }),
    askGh: (host) => askProgram('gh', ['auth', 'token', '--hostname', host]),
  })
  return { ...place, token, ...(branch === undefined ? {} : { branch }), log: console.error }
}

/** What GitHub refused and no remedy is known for is still no fault of ours. */
async function explainSilence<T>(work: Promise<T>): Promise<T> {
  try {
    return await work
  } catch (error) {
    if (!(error instanceof GitHubError)) throw error
    const fix = 'try again in some minutes; https://www.githubstatus.com tells of outages'
    throw new UserError(
      { what: `GitHub gave no useful answer: ${error.message}`, fix },
      { cause: error },
    )
  }
}

const colours: Paint = { ok: green, problem: red, unknown: yellow }
const asIs = (text: string) => text
const plain: Paint = { ok: asIs, problem: asIs, unknown: asIs }
