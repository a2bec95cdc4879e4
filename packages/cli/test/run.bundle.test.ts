import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { aRepository, writesOwnFile } from './wavefront.ts'

const chain = [{ id: 't-1' }, { id: 't-2', after: ['t-1'] }, { id: 't-3' }]

describe('wavefront run', () => {
  test.each(['waves', 'rolling'])(
    'works a store off by %s and leaves nothing behind',
    async (schedule) => {
      const repository = aRepository({ tasks: chain })
      const { code, stdout } = await repository.wavefront(
        ...[
          'run',
          '--agent',
          writesOwnFile,
          '--checks',
          'test -e README.md',
          '--schedule',
          schedule,
        ],
      )
      expect(code).toBe(0)
      expect(stdout).toContain('Everything is done: 3 of 3 tasks landed')
      expect(repository.paths('wavefront/tasks')).toEqual(
        expect.arrayContaining(['t-1.txt', 't-2.txt', 't-3.txt']),
      )
      expect(repository.git('for-each-ref', '--format=%(refname:short)', 'refs/heads')).toBe(
        'main\nwavefront/tasks',
      )
      const store = readFileSync(join(repository.dir, '.beads/issues.jsonl'), 'utf8')
      expect(store.match(/"status":"closed"/g)).toHaveLength(3)
      expect(repository.git('rev-parse', 'HEAD')).toBe(repository.sha('main'))
      expect(repository.git('status', '--porcelain')).toBe(' M .beads/issues.jsonl')
      repository.remove()
    },
  )

  test('each task is one merge of one commit, with trailers that say which', async () => {
    const repository = aRepository({ tasks: [{ id: 't-1', title: 'Do `this`; $(not that)' }] })
    await repository.wavefront('run', '--agent', writesOwnFile)
    expect(
      repository.git('log', '-1', '--format=%s%n%(trailers:only)', 'wavefront/tasks').trim(),
    ).toBe('merge: task t-1\nWavefront-Task: t-1\nWavefront-Wave: 1\nWavefront-Attempt: 1')
    expect(repository.git('log', '-1', '--format=%s', 'wavefront/tasks^2')).toBe(
      'feat(t-1): Do `this`; $(not that)',
    )
    expect(repository.sha('wavefront/tasks^2^')).toBe(repository.sha('main'))
    repository.remove()
  })

  test("a task that breaks the repository's settings has failed, and the others go on", async () => {
    const repository = aRepository({ tasks: [{ id: 't-1' }, { id: 't-2' }] })
    const deed = `test $WAVEFRONT_TASK_ID$WAVEFRONT_ATTEMPT != t-11 || echo '[oops' >> ../../../.git/config`
    const agent = `${writesOwnFile}; ${deed}`
    const args = ['run', '--agent', agent, '--jobs', '1']
    const { code, stdout, stderr } = await repository.wavefront(...args)
    expect([code, stderr]).toEqual([0, ''])
    expect(stdout).toContain("the repository's settings were broken")
    expect(stdout).toContain('Everything is done: 2 of 2 tasks landed')
    expect(repository.paths('wavefront/tasks-failed-t-1')).toContain('t-1.txt')
    repository.remove()
  })

  test('both sides of a conflict survive', async () => {
    const repository = aRepository({
      tasks: [{ id: 't-1' }, { id: 't-2' }],
      files: { 'list.txt': 'first\nlast\n' },
    })
    const agent = 'sed -i "/first/a from $WAVEFRONT_TASK_ID" list.txt'
    const { stdout } = await repository.wavefront('run', '--agent', agent)
    expect(stdout).toContain('conflicts resolved in list.txt')
    expect(repository.read('wavefront/tasks', 'list.txt')).toBe('first\nfrom t-1\nfrom t-2\nlast\n')
    repository.remove()
  })

  test('a task that fails is tried again with its failure, then handed over', async () => {
    const repository = aRepository({
      tasks: [{ id: 't-1' }, { id: 't-2', after: ['t-1'] }, { id: 't-3' }],
    })
    const agent = `grep -q 'unlucky 7' && echo again > again.txt; ${writesOwnFile}`
    const checks = 'test ! -e t-1.txt || { echo unlucky 7; exit 1; }'
    const { code, stdout } = await repository.wavefront('run', '--agent', agent, '--checks', checks)
    expect(code).toBe(1)
    expect(stdout).toContain('t-1: failed 2 times')
    expect(stdout).toContain('t-2: waits for t-1')
    expect(repository.paths('wavefront/tasks-failed-t-1')).toContain('again.txt')
    expect(repository.paths('wavefront/tasks')).not.toContain('t-1.txt')
    const kept = repository.git('worktree', 'list').split('\n').slice(1)
    expect(kept).toHaveLength(2)

    const dry = await repository.wavefront('clean', '--branches', '--runs', '--dry-run')
    const cleaned = await repository.wavefront('clean', '--branches', '--runs')
    expect(cleaned.code).toBe(0)
    expect(cleaned.stdout).toContain('removed: the branch wavefront/tasks-failed-t-1')
    expect(dry.stdout).toBe(cleaned.stdout.replaceAll(/^removed/gm, 'would be removed'))
    expect(repository.git('worktree', 'list').split('\n')).toHaveLength(1)
    expect(repository.git('branch', '--list', '*failed*')).toBe('')
    expect(existsSync(join(repository.dir, '.wavefront', 'runs'))).toBe(false)
    repository.remove()
  })

  test('Ctrl-C ends the workers, keeps their work, and the same command goes on', async () => {
    const repository = aRepository({ tasks: [{ id: 't-1' }, { id: 't-2' }] })
    const command = ['run', '--jobs', '2', '--agent', agentThatWaitsFor('go')]
    const first = repository.start(...command)
    await logSays(repository.dir, 'half way')
    first.child.kill('SIGINT')
    const { code, stdout } = await first.ended
    expect(code).toBe(130)
    expect(stdout).toContain('Ending the workers; their work is kept')
    expect(repository.read('wavefront/tasks-failed-t-1', 'half.txt')).toBe('t-1\n')

    repository.write({ '.wavefront/go': '' })
    const again = await repository.wavefront(...command)
    expect(again.stdout).toContain('Everything is done: 2 of 2 tasks landed')
    expect(again.code).toBe(0)
    repository.remove()
  })

  test('killed without a chance to tidy up, the same command goes on', async () => {
    const repository = aRepository({ tasks: [{ id: 't-1' }, { id: 't-2' }] })
    const command = ['run', '--jobs', '2', '--agent', agentThatWaitsFor('go')]
    const first = repository.start(...command)
    await logSays(repository.dir, 'half way')
    first.child.kill('SIGKILL')
    await first.ended
    repository.write({ '.wavefront/go': '' })
    expect((await repository.wavefront(...command)).code).toBe(0)
    repository.remove()
  })

  test('a reader that goes away does not end the run', async () => {
    const repository = aRepository({ tasks: chain })
    const { child, ended } = repository.start('run', '--agent', `sleep 0.3; ${writesOwnFile}`)
    child.stdout?.destroy()
    expect((await ended).code).toBe(0)
    expect(repository.paths('wavefront/tasks')).toContain('t-2.txt')
    repository.remove()
  })

  test('agents that delete their own checkout have failed, and the others land', async () => {
    const repository = aRepository({ tasks: [{ id: 't-1' }, { id: 't-2' }] })
    const agent = `if [ $WAVEFRONT_TASK_ID = t-1 ]; then rm -rf "$PWD"; else ${writesOwnFile}; fi`
    const { code, stdout } = await repository.wavefront('run', '--agent', agent)
    expect(code).toBe(1)
    expect(stdout).toContain('the agent deleted its own checkout')
    expect(repository.paths('wavefront/tasks')).toContain('t-2.txt')
    repository.remove()
  })

  test('a base that is red is told of before an agent works', async () => {
    const repository = aRepository({ tasks: [{ id: 't-1' }] })
    const { code, stdout } = await repository.wavefront(
      ...['run', '--agent', writesOwnFile, '--checks', 'echo broken here; exit 1'],
    )
    expect(code).toBe(1)
    expect(stdout).toContain('broken here')
    expect(stdout).not.toContain('begins')
    repository.remove()
  })

  test('a dry run shows the next wave and changes nothing', async () => {
    const repository = aRepository({
      tasks: [...chain, { id: 't-4', files: ['a.txt'] }, { id: 't-5', files: ['*.txt'] }],
    })
    const before = repository.picture()
    const { code, stdout } = await repository.wavefront('run', '--dry-run')
    expect(stdout).toContain('Wave 1, from ')
    expect(stdout).toContain('t-5  held: declares the same files as t-4')
    expect(stdout).not.toContain('t-2')
    expect(code).toBe(0)
    expect(repository.picture()).toBe(before)
    repository.remove()
  })

  test('the report as JSON on standard output alone, and as files', async () => {
    const repository = aRepository({ tasks: chain })
    const { stdout } = await repository.wavefront('run', '--agent', writesOwnFile, '--json')
    const report = JSON.parse(stdout)
    expect(report).toMatchObject({
      end: 'complete',
      figures: { tasks: { landed: 3, total: 3 }, waves: 2 },
    })
    const runs = join(repository.dir, '.wavefront', 'runs')
    const [run = ''] = readdirSync(runs)
    expect(readFileSync(join(runs, run, 'report.html'), 'utf8')).toContain('t-2')
    expect(readFileSync(join(runs, run, 'report.md'), 'utf8')).toContain('t-2')
    repository.remove()
  })

  test('an agent sees what is named to it, and no other secrets', async () => {
    const repository = aRepository({ tasks: [{ id: 't-1' }] })
    await repository.wavefront('run', '--agent', 'env > seen.txt', '--agent-env', 'CI')
    const seen = repository.read('wavefront/tasks', 'seen.txt')
    expect(seen).not.toContain('ghs_secret')
    expect(seen).toMatch(/^CI=$/m)
    expect(seen).toMatch(/^WAVEFRONT_TASK_ID=t-1$/m)
    repository.remove()
  })

  test('a plan becomes an epic and its tasks in a new store, and a second run finds it done', async () => {
    const plan =
      '# Shop\n\n- [x] a: Set up\n- [ ] b: Sell (depends: a)\n- [ ] c: Count (depends: b)\n'
    const repository = aRepository({ files: { 'shop.md': plan } })
    const command = ['run', '--from', 'shop.md', '--agent', writesOwnFile]
    expect(await repository.wavefront(...command)).toMatchObject({ code: 0 })
    expect(repository.paths('wavefront/shop')).toEqual(
      expect.arrayContaining(['shop-b.txt', 'shop-c.txt']),
    )
    const tip = repository.sha('wavefront/shop')
    const again = await repository.wavefront(...command)
    expect(again).toMatchObject({ code: 0, stdout: expect.stringContaining('3 done before') })
    expect(repository.sha('wavefront/shop')).toBe(tip)
    repository.remove()
  })
})

test('a TaskMaster list is found by itself, and its longer texts reach the agent', async () => {
  const list = {
    master: { tasks: [{ id: 1, title: 'Sell', status: 'pending', dependencies: [] }] },
  }
  const repository = aRepository({
    files: {
      '.taskmaster/tasks/tasks.json': JSON.stringify(list),
      '.taskmaster/docs/task-1/prompt.md': 'Sell it with a smile.\n',
    },
  })
  const { code } = await repository.wavefront('run', '--agent', 'cat > prompt.txt')
  expect(code).toBe(0)
  expect(repository.read('wavefront/tasks', 'prompt.txt')).toContain('Sell it with a smile.')
  repository.remove()
})

test('from a folder below, paths are read from there and the store is found above', async () => {
  const repository = aRepository({
    tasks: [{ id: 't-1' }],
    files: { 'docs/plan.md': '- [ ] a: Write\n' },
  })
  const below = join(repository.dir, 'docs')
  const graph = await repository.wavefrontIn(below, 'graph', '--from', 'plan.md', '--json')
  expect(JSON.parse(graph.stdout)).toMatchObject({ tasks: [{ id: 'a' }] })
  const ready = await repository.wavefrontIn(below, 'ready', '--json')
  expect(JSON.parse(ready.stdout)).toMatchObject({ ready: [{ id: 't-1' }] })
  expect(await repository.wavefrontIn(below, 'run', '--agent', writesOwnFile)).toMatchObject({
    code: 0,
  })
  repository.remove()
})

/** Works half way, and then only goes on when somebody says so. */
function agentThatWaitsFor(name: string): string {
  return `echo "$WAVEFRONT_TASK_ID" > half.txt; echo half way; while [ ! -e ../../${name} ]; do sleep 0.05; done; rm half.txt; ${writesOwnFile}`
}

async function logSays(dir: string, words: string): Promise<void> {
  const runs = join(dir, '.wavefront', 'runs')
  for (let tries = 0; tries < 200; tries++) {
    const logs = existsSync(runs)
      ? readdirSync(runs, { recursive: true, encoding: 'utf8' }).filter((name) =>
          name.endsWith('.log'),
        )
      : []
    const done = logs.filter((name) => readFileSync(join(runs, name), 'utf8').includes(words))
    if (done.length === 2) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`no log says "${words}"`)
}
