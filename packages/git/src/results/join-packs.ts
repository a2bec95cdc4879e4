import { createHash } from 'node:crypto'

const headLength = 12
const sumLength = 20

/**
 * Several packs as one, so that git is started once for all of them. The objects follow one another as they
 * are: what one refers to inside its pack is as far away as before. Nothing where a pack is not whole, or
 * is of a kind that is not known here.
 */
export function joinPacks(packs: readonly Buffer[]): Buffer | undefined {
  const [first] = packs
  if (first === undefined || !packs.every((pack) => isWhole(pack, first))) return undefined
  const head = Buffer.from(first.subarray(0, headLength))
  head.writeUInt32BE(
    packs.reduce((sum, pack) => sum + pack.readUInt32BE(8), 0),
    8,
  )
  const body = [head, ...packs.map((pack) => pack.subarray(headLength, -sumLength))]
  return Buffer.concat([...body, sha1(body)])
}

/** Of the same version as the first. A repository with other sums than SHA-1 fails here, and is served one by one. */
function isWhole(pack: Buffer, first: Buffer): boolean {
  if (pack.length < headLength + sumLength || pack.toString('latin1', 0, 4) !== 'PACK') return false
  const isSame = pack.readUInt32BE(4) === first.readUInt32BE(4)
  return isSame && sha1([pack.subarray(0, -sumLength)]).equals(pack.subarray(-sumLength))
}

function sha1(parts: readonly Buffer[]): Buffer {
  const hash = createHash('sha1')
  for (const part of parts) hash.update(part)
  return hash.digest()
}
