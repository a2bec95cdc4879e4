import { gitBytes } from './exec/git.ts'
import type { Repository } from './repository.ts'

/** Contents by object name. What is larger than `limit` bytes is left out, and so is never held in memory. */
export async function readBlobs(
  repository: Repository,
  objects: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, Buffer>> {
  const sizes = await readSizes(repository, [...new Set(objects)])
  const wanted = [...sizes].filter(([, size]) => size <= limit).map(([object]) => object)
  if (wanted.length === 0) return new Map()
  return splitBatch(await catFile(repository, '--batch', wanted))
}

/** Objects that are not blobs, such as a submodule's commit, have no size here. */
async function readSizes(
  repository: Repository,
  objects: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (objects.length === 0) return new Map()
  const lines = (await catFile(repository, '--batch-check', objects)).toString('utf8').split('\n')
  const headers = lines.map((line) => line.split(' ')).filter(([, type]) => type === 'blob')
  return new Map(headers.map(([object = '', , size]) => [object, Number(size)]))
}

async function catFile(
  repository: Repository,
  mode: '--batch' | '--batch-check',
  objects: readonly string[],
): Promise<Buffer> {
  const input = objects.map((object) => `${object}\n`).join('')
  return gitBytes(['cat-file', mode], { cwd: repository.top, input })
}

/** `<object> <type> <size>\n<content>\n`, again and again. */
function splitBatch(output: Buffer): ReadonlyMap<string, Buffer> {
  const blobs = new Map<string, Buffer>()
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at)
    const [object = '', , size] = output.toString('latin1', at, end).split(' ')
    const content = output.subarray(end + 1, end + 1 + Number(size))
    blobs.set(object, content)
    at = end + 1 + content.length + 1
  }
  return blobs
}
