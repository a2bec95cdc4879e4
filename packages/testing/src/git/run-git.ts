import { spawnSync } from 'node:child_process'
import { hermeticEnv } from './hermetic.ts'

export interface RunGitOptions {
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string
  /** For contents; other answers are easier to compare without their last newline. */
  readonly keepNewline?: boolean
}

/** Git as a test's own hand, apart from the code under test. Throws on failure. */
export function runGit(args: readonly string[], options: RunGitOptions): string {
  const settings = ['-c', 'gc.auto=0', '-c', 'protocol.file.allow=always']
  const { status, stdout, stderr, error } = spawnSync('git', [...settings, ...args], {
    cwd: options.cwd,
    env: { PATH: process.env.PATH, ...hermeticEnv, ...options.env },
    input: options.input ?? '',
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (error) throw error
  if (status === 0) return options.keepNewline ? stdout : stdout.replace(/\n$/, '')
  throw new Error(`git ${args.join(' ')} ended with ${status}: ${stderr}`)
}
