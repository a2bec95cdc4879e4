import { objectsOf } from './objects/objects.ts'
import type { Repository } from './repository.ts'

/**
 * Contents by object name. What is larger than `limit` bytes is left out, and so is never held in memory;
 * and so is what is no blob, such as a submodule's commit.
 */
export async function readBlobs(
  repository: Repository,
  names: readonly string[],
  limit: number,
): Promise<ReadonlyMap<string, Buffer>> {
  const objects = objectsOf(repository)
  const blobs = new Map<string, Buffer>()
  const looks = await Promise.all([...new Set(names)].map((name) => objects.look(name)))
  for (const look of looks) {
    if (look?.type !== 'blob' || look.size > limit) continue
    const blob = await objects.read(look.name)
    if (blob) blobs.set(blob.name, blob.content)
  }
  return blobs
}
