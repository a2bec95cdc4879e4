import type { Dialect } from './dialect.ts'
import { type Edge, type Issue, statusOf } from './issue.ts'

/** The gate of a `waits-for` edge: it opens with the children of a spawner. */
export interface Gate {
  readonly opens: 'children-closed' | 'any-child-closed' | 'always'
  readonly spawner: string
  /** The spawner itself must be closed, too. */
  readonly alsoBlocks: boolean
}

export function readGate(edge: Edge, dialect: Dialect): Gate {
  const { gate = 'all-children', spawner_id, also_blocks } = readMetadata(edge.metadata)
  if (dialect === 'dolt') {
    return {
      opens: gate === 'any-children' ? 'any-child-closed' : 'children-closed',
      spawner: edge.depends_on_id,
      alsoBlocks: also_blocks === true || also_blocks === 'true',
    }
  }
  return {
    opens: classicGates.get(gate) ?? 'always',
    spawner: typeof spawner_id === 'string' ? spawner_id : edge.depends_on_id,
    alsoBlocks: false,
  }
}

const classicGates = new Map<unknown, Gate['opens']>([
  [null, 'children-closed'],
  ['all-children', 'children-closed'],
  ['any-children', 'any-child-closed'],
])

/** An edge's metadata is a string that holds JSON. */
function readMetadata(metadata: unknown): Record<string, unknown> {
  try {
    const value: unknown = typeof metadata === 'string' ? JSON.parse(metadata) : metadata
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    return {}
  }
}

interface Spawner {
  readonly children: readonly Issue[]
  readonly isThere: boolean
  readonly dialect: Dialect
}

/** Is the gate closed at this moment? The kinds of bd differ in what a pinned child and no child mean. */
export function standsInTheWay(gate: Gate, { children, isThere, dialect }: Spawner): boolean {
  const statuses = children.map(statusOf)
  const isDone = (status: string) => status === 'closed' || status === 'tombstone'
  if (dialect === 'classic') {
    return gate.opens === 'children-closed' ? !statuses.every(isDone) : !statuses.some(isDone)
  }
  const living = statuses.filter((status) => status !== 'tombstone')
  const active = living.some((status) => status !== 'closed' && status !== 'pinned')
  if (!isThere || !active) return false
  return gate.opens === 'children-closed' || !living.includes('closed')
}
