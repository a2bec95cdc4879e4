import { describeEngine } from '../../src/engines.ts'
import { type OpenShop, openShop } from './open-shop.ts'
import { kiosk } from './shop.ts'

const minutes = 60_000

describeEngine('act-0.2.87', (act) => {
  let open: OpenShop
  beforeEach(async () => {
    open = await openShop({ act, example: 'wavefront.yml', tasks: kiosk })
  })
  afterEach(() => open.close())

  test(
    'two dispatches at once',
    async () => {
      await start(open)
      await start(open)
      await open.world.settle()
      expectWhole(open)
    },
    3 * minutes,
  )

  test(
    'a landing that failed, and "Re-run failed jobs"',
    async () => {
      open.git.fault({ service: 'git-receive-pack', mode: 'status', status: 403, times: 8 })
      const { id } = await start(open)
      await open.world.settle()
      expect(open.world.run(id).conclusion).toBe('failure')
      expect(landed(open)).toEqual([])
      open.git.clearFaults()
      open.world.rerun(id, 'failed')
      await open.world.settle()
      expectWhole(open)
    },
    3 * minutes,
  )

  test(
    'a run that is cancelled while an agent works, and a new one',
    async () => {
      open.world.cancelWhen({ job: 'shop-model', line: /set-output/ })
      const { id } = await start(open)
      await open.world.settle()
      expect(open.world.run(id).conclusion).toBe('cancelled')
      expect(landed(open)).toEqual([])
      await start(open)
      await open.world.settle()
      expectWhole(open)
    },
    3 * minutes,
  )

  test(
    '"Re-run all jobs" of a run that has long landed',
    async () => {
      const { id } = await start(open)
      await open.world.settle()
      open.world.rerun(id, 'all')
      await open.world.settle()
      expectWhole(open)
    },
    3 * minutes,
  )
})

function start({ world }: OpenShop) {
  return world.start({ workflow: 'wavefront.yml', inputs: { issue_number: '7' }, actor: 'octo' })
}

/** However it went: each task once, one pull request, one comment, nothing left over. */
function expectWhole(open: OpenShop): void {
  const { github, served } = open
  expect(landed(open)).toEqual(['shop-cart', 'shop-docs', 'shop-model'])
  const { pulls, comments } = github.repository('octo/demo')
  expect(pulls.map(({ state }) => state)).toEqual(['open'])
  expect(pulls[0]?.body).toContain('Closes #7')
  expect(comments).toHaveLength(1)
  expect(comments[0]?.body).toContain('Complete · 3/3 tasks landed')
  expect(
    served.git('for-each-ref', '--format=%(refname:short)', 'refs/heads/').split('\n'),
  ).toEqual(['beads-sync', 'main', 'opencode/issue-7'])
  const store = served.git('show', 'beads-sync:.beads/issues.jsonl')
  expect(store.match(/"status":"closed"/g)).toHaveLength(4)
  expect(store.match(/\[wavefront\] /g)).toHaveLength(3)
  expect(github.runs.all.every(({ status }) => status === 'completed')).toBe(true)
  expect(github.violations).toEqual([])
}

function landed({ served }: OpenShop): string[] {
  const refs = served.git('for-each-ref', '--format=%(refname)', 'refs/heads/opencode/issue-7')
  if (refs === '') return []
  const range = 'main..refs/heads/opencode/issue-7'
  const subjects = served.git('log', '--first-parent', '--format=%s', range).split('\n')
  return subjects.flatMap((subject) => /^merge: task (\S+)/.exec(subject)?.[1] ?? []).sort()
}
