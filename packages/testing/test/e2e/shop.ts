import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Files } from '../../src/git/files.ts'

/** A made-up project whose tasks bring everything that can happen to a wave. */
export const shop = {
  issue: 7,
  title: 'Open the shop',
  tasks: [
    // Both change the same line.
    ...tasksOf(['shop-model', 'shop-prices']),
    ...tasksOf(['shop-docs', 'shop-never', 'shop-flaky']),
    ...tasksOf(['shop-cart'], 'shop-model'),
    ...tasksOf(['shop-tax'], 'shop-prices'),
    ...tasksOf(['shop-search'], 'shop-model', 'shop-prices'),
    // Alone in its wave, and its first attempt fails: nothing lands in that wave.
    ...tasksOf(['shop-checkout'], 'shop-cart', 'shop-tax', 'shop-search', 'shop-flaky'),
    ...tasksOf(['shop-mail', 'shop-invoice'], 'shop-checkout'),
    ...tasksOf(['shop-open'], 'shop-mail', 'shop-invoice'),
  ],
}

/** A corner of it, of two waves in which nothing goes wrong. */
export const kiosk = [
  ...tasksOf(['shop-model', 'shop-docs']),
  ...tasksOf(['shop-cart'], 'shop-model'),
]

export interface ShopTask {
  readonly id: string
  readonly after: readonly string[]
}

function tasksOf(ids: readonly string[], ...after: readonly string[]): ShopTask[] {
  return ids.map((id) => ({ id, after }))
}

/** The lines of a store, with an epic for the issue above all tasks. */
export function shopIssues(wanted: readonly ShopTask[] = shop.tasks): string {
  const at = '2026-01-01T00:00:00Z'
  const usual = { status: 'open', priority: 2, created_at: at, updated_at: at }
  const epic = { id: 'shop-epic', title: shop.title, issue_type: 'epic', external_ref: 'gh-7' }
  const tasks = wanted.map(({ id, after }) => ({
    ...{ id, title: `Do ${id}`, issue_type: 'task' },
    ...usual,
    dependencies: [
      { issue_id: id, depends_on_id: epic.id, type: 'parent-child', created_at: at },
      ...after.map((on) => ({ issue_id: id, depends_on_id: on, type: 'blocks', created_at: at })),
    ],
  }))
  return [{ ...epic, ...usual }, ...tasks].map((issue) => `${JSON.stringify(issue)}\n`).join('')
}

const agent = `cat > /dev/null
echo "::set-output name=pwned::yes"
case "$WAVEFRONT_TASK_ID-$WAVEFRONT_ATTEMPT" in
  shop-never-*) echo 'I cannot do this'; exit 1 ;;
  shop-flaky-1 | shop-checkout-1) echo half > "src/$WAVEFRONT_TASK_ID.txt"; exit 3 ;;
  shop-model-* | shop-prices-*) sed -i "2s/.*/second line by $WAVEFRONT_TASK_ID/" src/list.txt ;;
esac
echo "$WAVEFRONT_TASK_ID" > "src/$WAVEFRONT_TASK_ID.txt"
`

/** What the caller's repository has: sources, the configuration, and one example workflow. */
export function shopFiles(example: string): Files {
  return {
    'src/list.txt': 'first line\nsecond line\nthird line\n',
    'tools/agent.sh': agent,
    '.github/wavefront.yml':
      'agent: sh tools/agent.sh\nchecks: test -f src/list.txt && test -f prepared.txt\n',
    '.github/actions/wavefront-setup/action.yml': setup,
    '.github/workflows/wavefront.yml': readFileSync(join('examples', example), 'utf8'),
  }
}

/** The project's own tools, as the workflow finds them. */
const setup = `name: Set up
description: Makes what the checks need.
runs:
  using: composite
  steps:
    - run: echo ready > prepared.txt
      shell: sh
`
