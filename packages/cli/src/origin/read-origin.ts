import { askProgram } from './ask-program.ts'
import { type Origin, parseRemote } from './parse-remote.ts'

/** The repository that a checkout was cloned from. */
export async function readOrigin(dir: string): Promise<Origin | undefined> {
  const address = await askProgram('git', ['remote', 'get-url', 'origin'], { cwd: dir })
  return address === undefined ? undefined : parseRemote(address)
}
