import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export interface ActionCall {
  /** Of the bundle in `dist/`. */
  readonly action: string
  readonly inputs: Readonly<Record<string, string | number | undefined>>
  /** On top of what a runner sets. */
  readonly env: Readonly<Record<string, string>>
  /** Where the step's own files are made. */
  readonly dir: string
  readonly node?: string
  /** Killed with this signal when its output holds the text, or when it is time. */
  readonly kill?: Kill
}

export interface Kill {
  readonly at: string | RegExp | (() => boolean)
  readonly by: NodeJS.Signals
}

export interface ActionEnd {
  readonly code: number | null
  readonly log: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

/** One step: a bundle as a process, with the files and variables that a runner gives it. */
export async function runActionBundle(call: ActionCall): Promise<ActionEnd> {
  mkdirSync(call.dir, { recursive: true })
  const step = mkdtempSync(join(call.dir, 'step-'))
  const output = join(step, 'output')
  const summary = join(step, 'summary')
  for (const file of [output, summary]) writeFileSync(file, '')
  const bundle = join(process.cwd(), 'dist', call.action, 'index.js')
  const child = spawn(call.node ?? process.execPath, [bundle], {
    cwd: step,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      GITHUB_OUTPUT: output,
      GITHUB_STEP_SUMMARY: summary,
      ...call.env,
      ...inputVariables(call.inputs),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let log = ''
  const { kill } = call
  let isKilled = false
  const look = () => {
    if (isKilled || !kill || !isTime(kill, log)) return
    isKilled = child.kill(kill.by)
  }
  const hear = (chunk: Buffer) => {
    log += chunk.toString()
    look()
  }
  const watch = setInterval(look, 20)
  child.stdout.on('data', hear)
  child.stderr.on('data', hear)
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve))
  clearInterval(watch)
  return { code, log, outputs: readOutputs(output), summary: readFileSync(summary, 'utf8') }
}

function isTime({ at }: Kill, log: string): boolean {
  if (typeof at === 'function') return at()
  return typeof at === 'string' ? log.includes(at) : at.test(log)
}

function inputVariables(inputs: ActionCall['inputs']): Record<string, string> {
  const given = Object.entries(inputs).filter(([, value]) => value !== undefined)
  return Object.fromEntries(
    given.map(([name, value]) => [`INPUT_${name.toUpperCase()}`, String(value)]),
  )
}

/** `name<<mark`, the value's lines, `mark`. */
function readOutputs(file: string): Record<string, string> {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  const outputs: Record<string, string> = {}
  for (let at = 0; at < lines.length; at++) {
    const [, name, mark] = /^([^<]+)<<(.+)$/.exec(lines[at] ?? '') ?? []
    if (name === undefined || mark === undefined) continue
    const end = lines.indexOf(mark, at + 1)
    outputs[name] = lines.slice(at + 1, end).join('\n')
    at = end
  }
  return outputs
}
