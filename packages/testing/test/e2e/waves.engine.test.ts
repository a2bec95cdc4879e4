import { describeEngine } from '../../src/engines.ts'
import { news, type OpenShop, openShop, type ShopWish } from './open-shop.ts'
import { shop } from './shop.ts'

const minutes = 60_000

describeEngine('act-0.2.87', (act) => {
  let open: OpenShop

  afterEach(() => open.close())

  test(
    'the default example runs twelve tasks to one pull request, by itself',
    async () => {
      open = await run({ act, example: 'wavefront.yml' })
      expect(waves(open)).toEqual(expectedWaves('wave / '))
      expectTheEnd(open)
      expect(openTasks(storeOf(open))).toEqual(['shop-epic', 'shop-never'])
    },
    5 * minutes,
  )

  test(
    'three plain jobs with branches come to the same end',
    async () => {
      open = await run({ act, example: 'three-jobs.yml' })
      expect(waves(open)).toEqual(expectedWaves(''))
      expectTheEnd(open)
      expect(openTasks(storeOf(open))).toEqual(['shop-epic', 'shop-never'])
    },
    5 * minutes,
  )

  describeEngine('bd-1.3.0', (bd) => {
    test(
      'with the store in refs/dolt/data, through a real bd',
      async () => {
        open = await run({ act, bd, example: 'dolt.yml' })
        expect(waves(open)).toEqual(expectedWaves('wave / '))
        expectTheEnd(open)
        expect(branches(open)).not.toContain('beads-sync')
      },
      8 * minutes,
    )
  })
})

async function run(wish: ShopWish): Promise<OpenShop> {
  const open = await openShop(wish)
  const inputs = { issue_number: String(shop.issue) }
  await open.world.start({ workflow: 'wavefront.yml', inputs, actor: 'octo' })
  await open.world.settle()
  return open
}

/** The legs of each run: how each task's job ended. */
function waves({ world }: OpenShop): Record<string, string>[] {
  return world.runs.map(({ jobs }) =>
    Object.fromEntries(
      jobs
        .filter(({ name }) => /shop-/.test(name))
        .map(({ name, conclusion }) => [name, conclusion] as const)
        .sort(([a], [b]) => a.localeCompare(b)),
    ),
  )
}

function expectedWaves(caller: string): Record<string, string>[] {
  const leg = (...ids: string[]) => ids.map((id) => [`${caller}${id}`, 'success'] as const)
  const red = (...ids: string[]) => ids.map((id) => [`${caller}${id}`, 'failure'] as const)
  const legs = [
    [...leg('shop-model', 'shop-prices', 'shop-docs'), ...red('shop-never', 'shop-flaky')],
    [...leg('shop-flaky', 'shop-cart', 'shop-tax', 'shop-search'), ...red('shop-never')],
    // Nothing lands in this one, and it goes on all the same.
    red('shop-checkout'),
    leg('shop-checkout'),
    leg('shop-mail', 'shop-invoice'),
    leg('shop-open'),
  ]
  return legs.map((wave) => Object.fromEntries(wave))
}

function expectTheEnd(open: OpenShop): void {
  const { github, served } = open
  expect(github.violations).toEqual([])
  const { pulls, comments, statuses } = github.repository('octo/demo')
  expect(pulls.map(({ title, state, head, isDraft }) => ({ title, state, head, isDraft }))).toEqual(
    [
      {
        title: '🤖 Implement Issue #7: Open the shop',
        ...{ state: 'open', head: 'opencode/issue-7', isDraft: false },
      },
    ],
  )
  expect(pulls[0]?.body).toMatch(/^\| 11\/12 \| 1 \| 1 \| ✓ passed \|$/m)
  expect(pulls[0]?.body).toContain('1 line of `shop-model` gave way to `shop-prices`')
  expect(pulls[0]?.body).toContain('Part of #7')
  expect(comments.map(({ user }) => user.login)).toEqual(['github-actions[bot]'])
  expect(comments[0]?.body).toContain('Nothing can go on by itself · 11/12 tasks landed')
  expect(comments[0]?.body).toContain('max\\_attempts": 3')
  expect(statuses.at(-1)).toMatchObject({ context: 'wavefront', state: 'failure' })
  expect(branches(open).filter((name) => /issue-7-/.test(name))).toEqual([
    'opencode/issue-7-failed-shop-checkout',
    'opencode/issue-7-failed-shop-flaky',
    'opencode/issue-7-failed-shop-never',
  ])
  const landed = served.git('log', '--first-parent', '--format=%s', 'main..opencode/issue-7')
  expect(landed.split('\n').filter((subject) => subject.startsWith('merge: task'))).toHaveLength(11)
  expect(served.git('show', `opencode/issue-7:${news}`)).toBe('something else')
  expect(github.runs.all.every(({ status }) => status === 'completed')).toBe(true)
}

function branches({ served }: OpenShop): string[] {
  return served.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/').split('\n')
}

function storeOf({ served }: OpenShop): string {
  return served.git('show', 'beads-sync:.beads/issues.jsonl')
}

function openTasks(jsonl: string): string[] {
  return jsonl
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as { id: string; status: string })
    .filter(({ status }) => status !== 'closed')
    .map(({ id }) => id)
    .sort()
}
