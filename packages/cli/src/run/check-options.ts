import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import { type Problem, UserError } from '@wavefront/errors'
import { isLockFile, isLockSet } from '@wavefront/git'
import { isBranchName } from '@wavefront/wave'
import { requireTerminal } from '../terminal.ts'
import type { RunOptions } from './options.ts'

const run = promisify(execFile)

/** Everything that can be known to be wrong before anything is read or made, at once. */
export async function checkOptions(options: RunOptions): Promise<void> {
  const problems = [
    ...(await commandProblems('--agent', options.agent)),
    ...(await commandProblems('--checks', options.checks)),
    ...(await lockProblems(options.lockCommand)),
    ...rollingProblems(options),
  ]
  if (options.agent === undefined && !options.dryRun) {
    problems.push({
      what: 'nobody to work on the tasks',
      where: '--agent',
      fix: "name a command that reads a prompt and edits files, such as --agent 'opencode run'",
    })
  }
  if (options.branch !== undefined && !isBranchName(options.branch)) {
    problems.push({
      what: `${JSON.stringify(options.branch)} is not a branch name that is safe everywhere`,
      where: '--branch',
      fix: 'use letters, digits, ".", "_", "-" and "/", beginning with a letter or digit',
    })
  }
  if (problems.length > 0) throw new UserError(problems)
  if (options.approve) requireTerminal('--approve')
}

/** The same for `wavefront merge`. */
export async function checkMergeOptions({
  checks,
  lockCommand,
}: {
  readonly checks?: string
  readonly lockCommand?: Readonly<Record<string, string>>
}): Promise<void> {
  const problems = [
    ...(await commandProblems('--checks', checks)),
    ...(await lockProblems(lockCommand)),
  ]
  if (problems.length > 0) throw new UserError(problems)
}

async function lockProblems(commands: Readonly<Record<string, string>> = {}): Promise<Problem[]> {
  const problems: Problem[] = []
  for (const [name, line] of Object.entries(commands)) {
    if (isLockFile(name) && !isLockSet(name))
      problems.push(...(await commandProblems('--lock-command', line)))
    else problems.push(noLockFile(name))
  }
  return problems
}

function noLockFile(name: string): Problem {
  const why = isLockSet(name) ? 'is united line by line' : 'is not known as a lock file'
  return {
    what: `${name} ${why}, so no command makes it anew`,
    where: '--lock-command',
    fix: 'name a lock file without its directory, such as package-lock.json, pnpm-lock.yaml or Cargo.lock',
  }
}

function rollingProblems({ schedule, maxWaves, approve }: RunOptions): Problem[] {
  if (schedule !== 'rolling') return []
  const given = [
    ...(maxWaves === undefined ? [] : ['--max-waves']),
    ...(approve ? ['--approve'] : []),
  ]
  return given.map((option) => ({
    what: `${option} counts waves, and a rolling run has none`,
    where: option,
    fix: `leave it out, or use --schedule waves`,
  }))
}

/** Is there such a program? Only a plain first word can be looked up; the shell judges the rest. */
async function commandProblems(option: string, line: string | undefined): Promise<Problem[]> {
  if (line === undefined) return []
  const [, word] = /^\s*([\w./~+-]+)(?=\s|$)/.exec(line) ?? []
  if (line.trim() !== '' && word === undefined) return []
  const found =
    word !== undefined &&
    (await run('sh', ['-c', 'command -v -- "$1"', 'sh', word]).then(
      () => true,
      () => false,
    ))
  if (found) return []
  return [
    {
      what: word === undefined ? 'the command is empty' : `there is no program "${word}"`,
      where: option,
      fix: 'install it, correct the name, or give its full path',
    },
  ]
}
