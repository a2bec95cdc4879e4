import { type HostedWorld, hostedWorld } from '@wavefront/testing'

const issue = (id: string, more: object = {}) => ({
  id,
  title: `Task ${id}`,
  status: 'open',
  priority: 2,
  issue_type: 'task',
  created_at: '2026-01-01T00:00:00Z',
  updated_at: '2026-01-01T00:00:00Z',
  dependencies: [{ issue_id: id, depends_on_id: 'shop', type: 'parent-child' }],
  ...more,
})

const epic = { ...issue('shop'), issue_type: 'epic', external_ref: 'gh-7', dependencies: [] }

const needs = (id: string, on: string) =>
  issue(id, {
    dependencies: [
      { issue_id: id, depends_on_id: 'shop', type: 'parent-child' },
      { issue_id: id, depends_on_id: on, type: 'blocks' },
    ],
  })

const config = `
agent: 'cat >/dev/null; echo "$WAVEFRONT_TASK_ID" > "$WAVEFRONT_TASK_ID.txt"'
checks: test -f README.md
`

let world: HostedWorld
afterEach(() => world.close())

test('a graph of two waves runs to one pull request', async () => {
  world = await hostedWorld({ config, issues: [epic, issue('a'), issue('b'), needs('c', 'a')] })
  const first = await world.wave()
  for (const [name, end] of Object.entries({ ...first, ...Object.fromEntries(first.tasks) }))
    if (typeof end === 'object' && 'code' in end && end.code !== 0) console.log(name, end.log)
  expect(first.land?.outputs.next_wave).toBe('dispatched')
  const second = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
  if (second.land?.code !== 0) console.log(second.ready.log, second.land?.log)
  expect(second.land?.outputs.next_wave).toBe('complete')
  expect(world.github.violations).toEqual([])
})
