import { access } from 'node:fs/promises'
import { join } from 'node:path'
import { openRepository } from '@wavefront/git'
import { exitCodes } from '../exit-codes.ts'
import { diffLines } from '../init/diff-lines.ts'
import { nextSteps } from '../init/next-steps.ts'
import { type InitOptions, planInit } from '../init/plan-init.ts'
import { type FilePlan, writePlanned } from '../init/write-files.ts'
import { apiOf, webOf } from '../origin/parse-remote.ts'
import { readOrigin } from '../origin/read-origin.ts'
import { oneLine } from '../output/one-line.ts'

/** `wavefront init`: the workflow and the configuration, made for the checkout that it is typed in. */
export async function init(options: InitOptions): Promise<number> {
  const { top } = await openRepository(process.cwd())
  const plan = await planInit(top, options)
  const files = [plan.workflow, plan.config]
  for (const file of files) {
    if (isToBeWritten(file, options) && !options.dryRun) await writePlanned(top, file)
    console.log(describe(file, options))
  }
  if (files.some((file) => file.is === 'differs' && !options.force)) {
    console.log('\nWhat differs was left as it is. To have it overwritten: wavefront init --force')
    return exitCodes.notDone
  }
  if (!options.dryRun) console.log(`\nNext:\n${await renderSteps(top, plan)}`)
  return exitCodes.done
}

function isToBeWritten({ is }: FilePlan, { force }: InitOptions): boolean {
  return is === 'new' || (is === 'differs' && force === true)
}

function describe(file: FilePlan, options: InitOptions): string {
  const { path, text } = file
  if (file.is === 'same') return `${path}: is there already, just like this`
  const verb = options.dryRun ? 'would be written' : 'written'
  const shown = options.dryRun ? `\n${indent(text.trimEnd().split('\n'))}` : ''
  if (file.is === 'new') return `${path}: ${verb}${shown}`
  if (options.force) return `${path}: ${verb} over what was there${shown}`
  return `${path}: is there already, and differs\n${indent(diffLines(file.now, text).map(oneRow))}`
}

/** A foreign file may hold anything; its indentation is kept. */
function oneRow(line: string): string {
  return line.slice(0, line.search(/\S|$/)) + oneLine(line)
}

function indent(lines: readonly string[]): string {
  return lines.map((line) => `  ${line}`.trimEnd()).join('\n')
}

async function renderSteps(
  top: string,
  plan: Awaited<ReturnType<typeof planInit>>,
): Promise<string> {
  const origin = await readOrigin(top)
  const page = origin && `${webOf(apiOf(origin.host))}/${origin.repository}`
  const hasStore = await access(join(top, '.beads')).then(
    () => true,
    () => false,
  )
  const steps = nextSteps(plan, { page, hasStore })
  return steps.map((step, at) => `  ${at + 1}. ${step}`).join('\n')
}
