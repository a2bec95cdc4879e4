import { type Edge, type Issue, isLeft } from './issue.ts'

/** Unfinished issues that a store makes wait for themselves or for what is not there: `a on b`. */
export function looseEdges(issues: readonly Issue[]): string[] {
  const known = new Set(issues.map(({ id }) => id))
  return issues.filter(isLeft).flatMap((issue) => {
    const edges = issue.dependencies ?? []
    const loose = edges.filter((edge) => isSelfish(edge, issue) || leadsNowhere(edge, known))
    return [...new Set(loose.map((edge) => `${issue.id} on ${edge.depends_on_id}`))]
  })
}

/** To wait for one's own children is no fault. */
function isSelfish({ type, depends_on_id: on }: Edge, { id }: Issue): boolean {
  return on === id && (type === 'blocks' || type === 'conditional-blocks')
}

/** Deleted issues are there as tombstones, and those of other projects are nobody's to find. */
function leadsNowhere({ type, depends_on_id: on }: Edge, known: ReadonlySet<string>): boolean {
  return blocking.has(type ?? '') && !known.has(on) && !on.startsWith('external:')
}

const blocking = new Set(['blocks', 'conditional-blocks', 'waits-for'])
