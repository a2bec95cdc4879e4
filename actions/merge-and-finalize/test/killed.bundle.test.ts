import {
  epicIssue,
  type GitFault,
  type GitHubFault,
  type HostedWorld,
  hostedWorld,
  ourComment,
  taskIssue,
  type WorkedWave,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'

const config = `
agent: 'cat >/dev/null; echo "$WAVEFRONT_TASK_ID" > "$WAVEFRONT_TASK_ID.txt"'
`

let world: HostedWorld
beforeEach(async () => {
  world = await hostedWorld({
    config,
    issues: [epicIssue(), taskIssue('a'), taskIssue('b'), taskIssue('c', { needs: ['a'] })],
  })
})
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

/** Where the job is held until it is killed: at a request that is never answered. */
type Hold =
  | { readonly git: Omit<GitFault, 'mode'> }
  | { readonly github: Omit<GitHubFault, 'mode'> }

const push = { service: 'git-receive-pack' } as const
const holds: Readonly<Record<string, Hold>> = {
  'before the push': { git: { ...push, stage: 'info/refs' } },
  'after the push, before the pull request': { github: { method: 'GET', path: /\/pulls\?/ } },
  'while the pull request is made': { github: { method: 'POST', path: /\/pulls$/ } },
  'after the pull request, before the comment': { github: { path: /\/statuses\// } },
  'after the comment, before the branches go': { git: { ...push, stage: 'info/refs', skip: 1 } },
  'before the next wave': { github: { method: 'POST', path: /\/dispatches$/ } },
}

/** The work of `a` and of `b`, on branches, so that there is something to tidy. */
function worked(): Promise<WorkedWave> {
  return workedWave(world, { a: { 'a.txt': 'a\n' }, b: { 'b.txt': 'b\n' } }, { onBranches: true })
}

async function landAndKill(wave: WorkedWave, hold: Hold): Promise<void> {
  const before = countHeld(hold)
  if ('git' in hold) world.git.fault({ ...hold.git, mode: 'hang' })
  else world.github.fault({ ...hold.github, mode: 'hang' })
  const skipped = 'git' in hold ? (hold.git.skip ?? 0) : 0
  const end = await wave.land({
    kill: { by: 'SIGKILL', at: () => countHeld(hold) > before + skipped },
  })
  expect(end.code).toBe(null)
  world.git.clearFaults()
  world.github.clearFaults()
}

function countHeld(hold: Hold): number {
  if ('github' in hold) return world.github.count(hold.github)
  const { service, stage } = hold.git
  return world.git.requests.filter((one) => one.service === service && one.stage === stage).length
}

describe.each(Object.entries(holds))('killed %s', (_, hold) => {
  test('the job that lands is run again', async () => {
    const wave = await worked()
    expect((await wave.integrate()).code).toBe(0)
    await landAndKill(wave, hold)
    const end = await wave.land()
    expect([end.code, end.outputs.next_wave]).toEqual([0, 'dispatched'])
    expect(whatThereIs(world)).toEqual({
      branches: ['beads-sync', 'opencode/issue-7'],
      landed: ['merge: task a', 'merge: task b'],
      closed: ['a', 'b'],
      attempts: { a: ['1 landed'], b: ['1 landed'] },
      pulls: ['open 🤖 Implement Issue #7: Add a shop'],
      comments: ['Wave 1 is done · 2/3 tasks landed'],
      statuses: ['pending 2/3 tasks landed'],
      dispatched: [{ issue_number: '7', branch: 'opencode/issue-7' }],
    })
  })

  test('a new run goes on instead', async () => {
    const wave = await worked()
    expect((await wave.integrate()).code).toBe(0)
    await landAndKill(wave, hold)
    let run = await world.wave()
    for (let more = 0; run.land?.outputs.next_wave === 'dispatched' && more < 2; more++)
      run = await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
    expect([run.land?.code, run.land?.outputs.next_wave]).toEqual([0, 'complete'])
    const { landed, dispatched, ...rest } = whatThereIs(world)
    expect([...landed].sort()).toEqual(['merge: task a', 'merge: task b', 'merge: task c'])
    expect(dispatched.length).toBeLessThanOrEqual(1)
    expect(rest).toEqual({
      branches: ['beads-sync', 'opencode/issue-7'],
      closed: ['shop', 'a', 'b', 'c'],
      attempts: { a: ['1 landed'], b: ['1 landed'], c: ['1 landed'] },
      pulls: ['open 🤖 Implement Issue #7: Add a shop'],
      comments: ['Complete · 3/3 tasks landed'],
      statuses: expect.arrayContaining(['success 3/3 tasks landed']),
    })
    expect(ourComment(world)).toContain('Now it is yours: review the pull request and merge it.')
  })
})
