import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { openRepository, removeWorkspaces } from '@wavefront/git'
import { exitCodes } from '../exit-codes.ts'
import { whileAlone } from '../run/run-lock.ts'

export interface CleanOptions {
  readonly runs?: boolean
  readonly branches?: boolean
  readonly dryRun?: boolean
}

export async function clean(options: CleanOptions): Promise<number> {
  const repository = await openRepository(process.cwd())
  await whileAlone(repository, async () => {
    await removeWorkspaces(repository)
    if (options.runs) await rm(join(repository.top, '.wavefront', 'runs'), { recursive: true })
  })
  return exitCodes.done
}
