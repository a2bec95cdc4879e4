import fc from 'fast-check'

/** An issue as bd would write it. */
export type RawIssue = Readonly<Record<string, unknown>> & { readonly id: string }

interface Wish {
  readonly type: string
  readonly status: string
  readonly reason: string
  readonly deferred: 'no' | 'past' | 'future'
  readonly pinned: boolean
  readonly parents: readonly number[]
  readonly edges: readonly { readonly type: string; readonly to: number; readonly gate: string }[]
}

/**
 * A store with every kind of dependency, status and hierarchy in it. Edges lead to earlier issues
 * only, since bd refuses circles; some lead nowhere. Classic bd
 * rewrites the status pinned to hooked when it starts, so a test may do without it.
 */
export function generatedIssues(
  prefix: string,
  { seed, hasPinned }: { readonly seed: number; readonly hasPinned: boolean },
): RawIssue[] {
  const [wishes = []] = fc.sample(fc.array(wish, { minLength: 30, maxLength: 45 }), {
    seed,
    numRuns: 1,
  })
  const issues = wishes.map((one, place) => toIssue(one, { prefix, place }))
  return hasPinned ? issues : issues.map(withoutPinned)
}

function withoutPinned(issue: RawIssue): RawIssue {
  return issue.status === 'pinned' ? { ...issue, status: 'hooked' } : issue
}

const wish: fc.Arbitrary<Wish> = fc.record({
  type: oftenest('task', 'epic', 'bug', 'feature', 'chore'),
  status: oftenest(
    'open',
    'closed',
    'closed',
    'in_progress',
    'blocked',
    'deferred',
    'pinned',
    'hooked',
  ),
  reason: fc.constantFrom('Done', 'failed: red', "Won't fix", 'Timeout', ''),
  deferred: oftenest('no', 'past', 'future'),
  pinned: oftenest(false, true),
  parents: fc.array(fc.nat(1000), { maxLength: 2 }),
  edges: fc.array(
    fc.record({
      type: fc.constantFrom(
        'blocks',
        'blocks',
        'conditional-blocks',
        'waits-for',
        'related',
        'tracks',
      ),
      to: fc.nat(1000),
      gate: fc.constantFrom('{}', '{"gate":"all-children"}', '{"gate":"any-children"}'),
    }),
    { maxLength: 2 },
  ),
})

/** The first of the values six times in ten. */
function oftenest<V>(first: V, ...others: readonly V[]): fc.Arbitrary<V> {
  return fc.oneof(
    { weight: 6, arbitrary: fc.constant(first) },
    { weight: 4, arbitrary: fc.constantFrom(...others) },
  )
}

function toIssue(one: Wish, { prefix, place }: { prefix: string; place: number }): RawIssue {
  const id = `${prefix}-${place}`
  const at = '2025-01-01T00:00:00Z'
  const dependencies = edgesOf(one, { prefix, place }).map((edge) => ({ issue_id: id, ...edge }))
  return {
    id,
    title: `Issue ${id}`,
    status: one.status,
    priority: place % 5,
    issue_type: one.type,
    created_at: at,
    updated_at: at,
    ...(one.status === 'closed' ? { closed_at: at, close_reason: one.reason } : {}),
    ...(one.deferred === 'no' ? {} : { defer_until: deferredUntil[one.deferred] }),
    ...(one.pinned ? { pinned: true } : {}),
    ...(dependencies.length > 0 ? { dependencies } : {}),
  }
}

const deferredUntil = { past: '2025-02-01T00:00:00Z', future: '2199-01-01T00:00:00Z' }

function edgesOf(one: Wish, { prefix, place }: { prefix: string; place: number }) {
  const target = (to: number) => `${prefix}-${place === 0 || to % 20 === 0 ? 'gone' : to % place}`
  const parents = one.parents.map((to) => ({ depends_on_id: target(to), type: 'parent-child' }))
  const edges = one.edges.map(({ type, to, gate }) => ({
    depends_on_id: target(to),
    type,
    ...(type === 'waits-for' ? { metadata: gate } : {}),
  }))
  const all = [...parents, ...edges]
  // Bd keeps one edge between two issues, whatever its type.
  return all.filter(
    (edge, at) => all.findIndex((other) => other.depends_on_id === edge.depends_on_id) === at,
  )
}

export function toJsonl(issues: readonly RawIssue[]): string {
  return issues.map((issue) => `${JSON.stringify(issue)}\n`).join('')
}
