import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  type HostedWish,
  type HostedWorld,
  hostedWorld,
  taskIssue,
  type WaveRun,
  whatThereIs,
  workedWave,
} from '@wavefront/testing'
import { parse } from 'yaml'
import { aAndB, bothLanded, config, feature, issues, nothingYet } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

async function open(wish: Partial<HostedWish> = {}): Promise<void> {
  world = await hostedWorld({ config, issues, ...wish })
}

/** Run after run, until none is started any more. */
async function runToTheEnd(most = 6): Promise<readonly WaveRun[]> {
  const runs = [await world.wave()]
  while (runs.at(-1)?.land?.outputs.next_wave === 'dispatched') {
    if (runs.length === most) throw new Error(`it still goes on after ${most} runs`)
    runs.push(await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 }))
  }
  return runs
}

function workflow(): Workflow {
  return parse(readFileSync(join(process.cwd(), '.github/workflows/wave.yml'), 'utf8'))
}

interface Workflow {
  readonly concurrency: { readonly group: string }
  readonly jobs: Readonly<
    Record<string, { readonly if?: string; readonly concurrency?: { readonly group: string } }>
  >
}

/** A file's name for whatever would be run as a shell command. */
const trap = () => join(world.dir, 'pwned')

test('1: the titles of an issue and of a task are text and never a command', async () => {
  const title = () => `"; touch ${trap()}; $(touch ${trap()}) \`touch ${trap()}\` #`
  await open()
  const [issue] = world.github.repository('octo/demo').issues
  if (issue) issue.title = title()
  const store = [...issues.slice(0, 1), taskIssue('a', { title: title() })]
  const text = store.map((line) => `${JSON.stringify(line)}\n`).join('')
  const commit = world.checkout.commitOn('main', { '.beads/issues.jsonl': text })
  world.checkout.git('push', '--quiet', 'origin', `${commit}:refs/heads/main`)
  const { land } = await world.wave()
  expect([land?.code, land?.outputs.next_wave]).toEqual([0, 'complete'])
  expect(existsSync(trap())).toBe(false)
  expect(whatThereIs(world).pulls).toEqual([`open 🤖 Implement Issue #7: ${title()}`])
})

test("3: a conflict costs the lines that overlap, not the sibling's whole file", async () => {
  const lines = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight']
  const page = (changes: Readonly<Record<string, string>>) =>
    lines.map((line) => `${changes[line] ?? line}\n`).join('')
  await open({ files: { 'page.txt': page({}), 'gone.txt': page({}) } })
  const wave = await workedWave(world, {
    a: { 'page.txt': page({ one: 'a1', eight: 'a8' }), 'gone.txt': null },
    b: { 'page.txt': page({ eight: 'b8' }), 'gone.txt': page({ one: 'b1' }) },
  })
  await wave.integrate()
  expect((await wave.land()).code).toBe(0)
  expect(world.served.git('show', `${feature}:page.txt`)).toBe(
    page({ one: 'a1', eight: 'b8' }).trimEnd(),
  )
  expect(world.served.git('show', `${feature}:gone.txt`)).toBe(page({ one: 'b1' }).trimEnd())
})

test('4: what failed or left nothing is not closed', async () => {
  await open({ issues: [...issues, taskIssue('d')] })
  const failed = { files: { 'b.txt': 'half\n' }, outcome: 'failed' }
  const wave = await workedWave(world, { a: aAndB.a, b: failed }, { silent: ['d'] })
  await wave.integrate()
  const end = await wave.land()
  expect(end.outputs.closed).toBe('["a"]')
  expect(whatThereIs(world)).toMatchObject({
    closed: ['a'],
    attempts: { a: ['1 landed'], b: ['1 failed'], d: ['1 failed'] },
  })
})

test('5: nothing is pushed or closed before the merged tree is green', async () => {
  await open({ config: `${config}checks: 'test ! -e a.txt || test ! -e b.txt'\n` })
  const wave = await workedWave(world, aAndB)
  const integrated = await wave.integrate()
  expect([integrated.code, whatThereIs(world)]).toEqual([0, nothingYet])
  const end = await wave.land()
  expect([end.outputs.closed, end.outputs.ejected]).toEqual(['["a"]', '["b"]'])
  expect(whatThereIs(world)).toMatchObject({ landed: ['merge: task a'], closed: ['a'] })
})

test('6: the pull request is opened by the landing that has something in it, once', async () => {
  await open({
    config: `agent: 'cat >/dev/null; test "$WAVEFRONT_WAVE" != 1 || exit 1; echo x > "$WAVEFRONT_TASK_ID.txt"'\n`,
  })
  const first = await world.wave()
  expect([first.land?.outputs.next_wave, whatThereIs(world).pulls]).toEqual(['dispatched', []])
  await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
  expect(whatThereIs(world).pulls).toEqual(bothLanded.pulls)
  await world.wave({ run: world.github.runs.all.at(-1)?.id ?? 0 })
  expect(whatThereIs(world)).toMatchObject({
    pulls: bothLanded.pulls,
    closed: ['shop', 'a', 'b', 'c'],
  })
})

test('7: a task that always fails ends the loop, with what to do', async () => {
  await open({
    config: `agent: 'cat >/dev/null; test "$WAVEFRONT_TASK_ID" != a || exit 1; echo x > "$WAVEFRONT_TASK_ID.txt"'\n`,
  })
  const runs = await runToTheEnd()
  expect(runs.map(({ land }) => land?.outputs.next_wave)).toEqual(['dispatched', 'stuck'])
  expect(whatThereIs(world)).toMatchObject({
    closed: ['b'],
    attempts: { a: ['1 failed', '2 failed'], b: ['1 landed'] },
    comments: ['Nothing can go on by itself · 1/3 tasks landed'],
  })
})

test('8: conflict markers are not committed', async () => {
  const marked = '<<<<<<< ours\\none\\n=======\\ntwo\\n>>>>>>> theirs\\n'
  await open({
    config: `agent: 'cat >/dev/null; printf "${marked}" > "$WAVEFRONT_TASK_ID.txt"'\nmax_attempts: 1\n`,
    issues: issues.slice(0, 2),
  })
  const { tasks, land } = await world.wave()
  expect(tasks.get('a')?.outputs.outcome).toBe('failed')
  expect(tasks.get('a')?.log).toContain('the agent left conflict markers in a.txt')
  expect(land?.outputs.next_wave).toBe('stuck')
  expect(whatThereIs(world)).toMatchObject({ landed: [], closed: [] })
})

test('9: where choosing the wave has failed, nothing else runs', async () => {
  await open()
  const { jobs } = workflow()
  const gate =
    "!cancelled() && needs.ready.result == 'success' && needs.ready.outputs.finalize == 'true'"
  for (const name of ['integrate', 'land']) {
    expect(jobs[name]?.if?.replace(/^\$\{\{ | \}\}$/g, '')).toBe(gate)
  }
  // Without a function of its own a condition asks for the success of what it needs as well.
  expect(jobs.execute?.if).toBe(
    "needs.ready.outputs.task_count != '' && needs.ready.outputs.task_count != '0'",
  )
  const { ready, land } = await world.wave({ inputs: { issue_number: '99' } })
  expect([ready.code, land, whatThereIs(world)]).toEqual([1, undefined, nothingYet])
  expect(ready.log).toContain('no epic stands for issue #99')
})

test('10: one wave at a time on a branch, one writer of the store, and an end to waves and attempts', async () => {
  await open({ config: `${config}max_waves: 1\n` })
  const { concurrency, jobs } = workflow()
  expect(concurrency.group).toMatch(/^wavefront-wave-\$\{\{ inputs\.branch \|\| /)
  expect(jobs.land?.concurrency?.group).toBe('wavefront-store')
  const runs = await runToTheEnd()
  expect(runs.map(({ land }) => land?.outputs.next_wave)).toEqual(['stopped'])
})

test('10: a failed task is tried again with its failure in the prompt', async () => {
  await open({
    config: `agent: 'cp "$WAVEFRONT_PROMPT_FILE" prompt.txt; test "$WAVEFRONT_ATTEMPT" = 2 || { echo the well is dry; exit 1; }'\n`,
    issues: issues.slice(0, 2),
  })
  const runs = await runToTheEnd()
  expect(runs.map(({ land }) => land?.outputs.next_wave)).toEqual(['dispatched', 'complete'])
  expect(world.served.git('show', `${feature}:prompt.txt`)).toContain('the well is dry')
})

test('11: a branch of work goes only when its work has landed', async () => {
  await open()
  world.served.protect(feature)
  const wave = await workedWave(world, aAndB, { onBranches: true })
  await wave.integrate()
  expect((await wave.land()).code).toBe(1)
  const kept = [`${feature}-task-a`, `${feature}-task-b`]
  expect(whatThereIs(world)).toMatchObject({ branches: kept, closed: [] })
  world.served.free(feature)
  expect((await wave.land()).code).toBe(0)
  expect(whatThereIs(world)).toMatchObject({
    branches: ['beads-sync', feature],
    closed: ['a', 'b'],
  })
})

test("12: an agent's environment has no token and no secret but its own", async () => {
  await open({
    config: `agent: 'cat >/dev/null; env | sed s/=provider-secret/=here/ > env.txt; git config --list >> env.txt'\nagent_env: [ALLOWED]\n`,
    issues: issues.slice(0, 2),
  })
  const run = await world.startRun()
  const ready = await world.job('ready', { run, inputs: { issue_number: 7 } })
  const { wave, base_sha, branch } = ready.outputs
  const secret = 'PROVIDER_KEY=provider-secret'
  const end = await world.job('execute', {
    run,
    inputs: {
      issue_number: 7,
      wave,
      base_sha,
      branch,
      task_id: 'a',
      attempt: 1,
      agent_env: secret,
    },
    env: {
      ALLOWED: 'yes',
      GITHUB_TOKEN: 'job-token',
      ACTIONS_RUNTIME_TOKEN: 'runtime-token',
      OTHER_PROVIDER_KEY: 'other-secret',
    },
  })
  expect(end.code).toBe(0)
  const { commit_sha: commit, bundle } = end.outputs
  world.checkout.git('fetch', '--quiet', bundle ?? '', 'refs/wavefront/result')
  const seen = world.checkout.git('show', `${commit}:env.txt`)
  expect(seen).toContain('ALLOWED=yes')
  expect(seen).toContain('PROVIDER_KEY=here')
  for (const hidden of [
    'ghs_',
    'job-token',
    'runtime-token',
    'other-secret',
    'INPUT_',
    'GITHUB_',
    'extraheader',
  ])
    expect(seen.toLowerCase()).not.toContain(hidden.toLowerCase())
})

test('13: the pull request says what is in it, and the epic is closed at the end', async () => {
  await open()
  await runToTheEnd()
  const [pull] = world.github.repository('octo/demo').pulls
  for (const text of ['Closes #7', 'Task a', 'Task b', 'Task c', '| 3/3 | 0 | 0 |'])
    expect(pull?.body).toContain(text)
  expect(pull?.body).not.toMatch(/\$\{|\$\(|\bundefined\b|\[object/)
  expect(whatThereIs(world).closed).toEqual(['shop', 'a', 'b', 'c'])
})

test('14: a store that cannot be read is a failure and never "nothing left to do"', async () => {
  await open()
  const broken = world.checkout.commitOn('main', { '.beads/issues.jsonl': '{"id": "a", "title"\n' })
  world.checkout.git('push', '--quiet', 'origin', `${broken}:refs/heads/main`)
  const { ready, land } = await world.wave()
  expect([ready.code, ready.outputs, land]).toEqual([1, {}, undefined])
  expect(ready.log).toContain('.beads/issues.jsonl')
})
