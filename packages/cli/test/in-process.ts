import { runProgram } from '../src/program.ts'
import type { Ended } from './wavefront.ts'

/** A command in this process, for servers that live in it too. */
export async function wavefrontHere(cwd: string, ...args: readonly string[]): Promise<Ended> {
  const said = { stdout: '', stderr: '' }
  const { log, error } = console
  const before = process.cwd()
  console.log = (...words: unknown[]) => {
    said.stdout += `${words.join(' ')}\n`
  }
  console.error = (...words: unknown[]) => {
    said.stderr += `${words.join(' ')}\n`
  }
  process.chdir(cwd)
  try {
    const code = await runProgram(['node', 'wavefront', ...args])
    return { code, ...said }
  } finally {
    process.chdir(before)
    Object.assign(console, { log, error })
  }
}
