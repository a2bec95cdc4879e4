import { type AnnotationProperties, error as annotate } from '@actions/core'
import { type Problem, renderProblem, UserError } from '@wavefront/errors'
import { Interrupted } from '@wavefront/wave'
import { disarmOwn } from './disarm.ts'

/** Why an action failed, before it is put into words. */
export type Failure =
  | { readonly is: 'refused'; readonly problems: readonly Problem[] }
  /** `because` is what else than the cancellation went wrong on the way out. */
  | { readonly is: 'cancelled'; readonly because?: string }
  | { readonly is: 'broken'; readonly stack: string }

export function explainFailure(error: unknown, isCancelled: boolean): Failure {
  if (error instanceof UserError) return { is: 'refused', problems: error.problems }
  if (isCancelled) {
    return isInterruption(error)
      ? { is: 'cancelled' }
      : { is: 'cancelled', because: stackOf(error) }
  }
  const problem = explainMachine(error) ?? explainOutage(error)
  if (problem !== undefined) return { is: 'refused', problems: [problem] }
  return { is: 'broken', stack: stackOf(error) }
}

/** More than anybody mends in one go. */
const mostProblems = 50

export function printFailure(failure: Failure, reportAt: string): void {
  switch (failure.is) {
    case 'refused':
      printProblems(failure.problems)
      break
    case 'cancelled':
      annotate('Cancelled before it was done. Running it again goes on from there.')
      if (failure.because !== undefined) console.log(disarmOwn(failure.because))
      break
    case 'broken':
      annotate(
        `This should not have happened. If it happens again, please report it with these lines at ${reportAt}\n${disarmOwn(failure.stack)}`,
        { title: 'A fault in Wavefront' },
      )
  }
}

/** GitHub shows the first ten beside the run; all of them stand in the log. */
function printProblems(problems: readonly Problem[]): void {
  const shown = problems.slice(0, mostProblems)
  if (problems.length > 1) console.log(`${problems.length} problems:`)
  for (const problem of shown) annotate(disarmOwn(renderProblem(problem)), placeOf(problem))
  if (shown.length < problems.length) console.log(`… and ${problems.length - shown.length} more`)
}

/** `.github/wavefront.yml:7` is a line that GitHub can show. */
function placeOf({ where = '' }: Problem): AnnotationProperties {
  const [, file, line] = /^([\w.][^:\s]*):(\d+)(?::\d+)?$/.exec(where) ?? []
  return file === undefined ? {} : { file, startLine: Number(line) }
}

function isInterruption(error: unknown): boolean {
  return error instanceof Interrupted || (error instanceof Error && error.name === 'AbortError')
}

const permission =
  'see who owns it: on a self-hosted runner an earlier job may have written it as root, in a container'
const noRoom =
  'the disk of the runner is full: remove what is not needed in `setup`, or use a runner with more'
const remedies: Readonly<Record<string, string>> = {
  EACCES: permission,
  EPERM: permission,
  EROFS: 'it is on a disk that is mounted read-only: run the job where it may write its workspace',
  ENOSPC: noRoom,
  EDQUOT: noRoom,
  EMFILE: 'too many files are open: raise the limit of the runner (ulimit -n)',
  ENOMEM: 'the runner has no memory left: use a larger one, or checks that need less',
}

/** What the machine refuses is for whoever chose it to mend. */
function explainMachine(error: unknown): Problem | undefined {
  const { code = '', path, syscall } = Object(error) as NodeJS.ErrnoException
  const fix = Object.hasOwn(remedies, code) ? remedies[code] : undefined
  if (fix === undefined) return undefined
  const what = `the machine refused ${syscall ? `to ${syscall}` : 'it'} (${code})`
  return { what, fix, ...(path === undefined ? {} : { where: path }) }
}

/** A request to GitHub that stayed without a usable answer, whoever made it. */
function explainOutage(error: unknown): Problem | undefined {
  if (!(error instanceof Error) || !('isAmbiguous' in error) || error.isAmbiguous !== true) {
    return undefined
  }
  return {
    what: `GitHub did not answer as it should: ${error.message}`,
    fix: 'run this job again, when https://www.githubstatus.com is green: it finds out what is done already',
  }
}

function stackOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const shown = error.stack ?? error.message
  return error.cause === undefined ? shown : `${shown}\ncaused by: ${stackOf(error.cause)}`
}
