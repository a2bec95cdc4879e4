import { explainFailure, printFailure } from './failure.ts'
import { createRunner, type Runner } from './runner.ts'

/**
 * The frame of every action, and the one place where it fails. Whatever ends it otherwise than by
 * returning is put into words and makes the step red, even if `main` waits for what never comes.
 */
export async function runAction(main: (runner: Runner) => Promise<void>): Promise<void> {
  const cancelled = new AbortController()
  const cancel = () => cancelled.abort()
  const fail = (error: unknown) => {
    process.exitCode = 1
    printFailure(explainFailure(error, cancelled.signal.aborted), issuesAddress(process.env))
  }
  const onExit = () => fail(new Error('the action ended before it was done'))
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.on(name, cancel)
  process.once('exit', onExit)
  process.once('uncaughtException', (error) => {
    process.off('exit', onExit)
    fail(error)
    process.exit()
  })
  try {
    await main(createRunner(process.env, cancelled.signal))
  } catch (error) {
    fail(error)
  }
  process.off('exit', onExit)
  leave(cancelled.signal)
}

const patience = 5_000

/**
 * A socket or a child that was forgotten must not keep the job until GitHub's limit. What is still under
 * way in a job that was cancelled must do nothing any more.
 */
function leave({ aborted }: AbortSignal): void {
  if (aborted) process.exit()
  setTimeout(() => process.exit(), patience).unref()
}

/** Of the repository that the action was taken from. */
function issuesAddress({ GITHUB_SERVER_URL, GITHUB_ACTION_REPOSITORY }: NodeJS.ProcessEnv): string {
  if (!GITHUB_ACTION_REPOSITORY) return "the issues of the action's repository"
  return `${GITHUB_SERVER_URL ?? 'https://github.com'}/${GITHUB_ACTION_REPOSITORY}/issues`
}
