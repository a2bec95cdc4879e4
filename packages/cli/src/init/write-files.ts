import { lstat, mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { UserError } from '@wavefront/errors'

export interface WantedFile {
  /** From the root of the checkout, with slashes. */
  readonly path: string
  readonly text: string
}

/** What stands between a file and what it is to be. */
export type FilePlan = WantedFile &
  (
    | { readonly is: 'new' }
    | { readonly is: 'same' }
    | { readonly is: 'differs'; readonly now: string }
  )

export async function planFile(top: string, wanted: WantedFile): Promise<FilePlan> {
  await refuseDetours(top, wanted.path)
  try {
    const now = await readFile(join(top, wanted.path), 'utf8')
    return now === wanted.text ? { ...wanted, is: 'same' } : { ...wanted, is: 'differs', now }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return { ...wanted, is: 'new' }
    throw error
  }
}

export async function writePlanned(top: string, { path, text }: WantedFile): Promise<void> {
  const target = join(top, path)
  await mkdir(dirname(target), { recursive: true })
  await writeFile(target, text)
}

/** A link may lead out of the checkout, and a folder is not to be written over. */
async function refuseDetours(top: string, path: string): Promise<void> {
  const parts = path.split('/')
  for (const [at] of parts.entries()) {
    const shown = parts.slice(0, at + 1).join('/')
    const stats = await lstat(join(top, shown)).catch(() => undefined)
    if (stats === undefined) return
    const isLast = at === parts.length - 1
    if (isLast ? stats.isFile() : stats.isDirectory()) continue
    throw new UserError({
      what: `it is no plain ${isLast ? 'file' : 'folder'}`,
      where: shown,
      fix: `move it away: a plain ${isLast ? 'file' : 'folder'} is to be there`,
    })
  }
}
