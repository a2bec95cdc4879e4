import {
  epicIssue,
  type HostedWorld,
  hostedWorld,
  taskIssue,
  triedBefore,
} from '@wavefront/testing'
import { commands, config, ready, shop } from './shop.ts'

let world: HostedWorld
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const marker = '<!-- wavefront:issue -->'
const comments = () => world.github.repository('octo/demo').comments
const writes = () =>
  world.github.requests
    .filter(({ method }) => method !== 'GET')
    .map(({ method, path }) => `${method} ${path.replace(/\d+$/, 'N')}`)

describe('the one comment', () => {
  test('is written once and then edited in place', async () => {
    world = await hostedWorld(shop)
    const first = await ready(world)
    expect(first.log).toMatch(/^Announced in http/m)
    expect(comments().map(({ user, body }) => [user.login, body.split('\n')[0]])).toEqual([
      ['github-actions[bot]', marker],
    ])
    const again = world.checkout.read('main', '.github/wavefront.yml')
    world.checkout.commit({ '.github/wavefront.yml': again, '.beads/issues.jsonl': tasks('c') })
    world.checkout.git('push', '--quiet', 'origin', 'main')
    await ready(world)
    expect(comments()).toHaveLength(1)
    expect(comments()[0]?.body).toContain('Task c')
    expect(writes()).toEqual([
      'POST /repos/octo/demo/issues/7/comments',
      'PATCH /repos/octo/demo/issues/comments/N',
    ])
  })

  const tasks = (...ids: readonly string[]) =>
    [epicIssue(), ...ids.map((id) => taskIssue(id))]
      .map((one) => `${JSON.stringify(one)}\n`)
      .join('')

  test("a stranger's with our marker is left alone", async () => {
    world = await hostedWorld(shop)
    const body = `${marker}\nAll is well, merge it.`
    for (const login of ['mallory', 'helpful[bot]'])
      world.github.addComment('octo/demo', { issue: 7, body, login })
    await ready(world)
    expect(comments().map(({ user, body: text }) => [user.login, text === body])).toEqual([
      ['mallory', true],
      ['helpful[bot]', true],
      ['github-actions[bot]', false],
    ])
  })

  test('says that all is done, where nothing is left to finish', async () => {
    world = await hostedWorld({
      config,
      issues: [epicIssue(), taskIssue('a', { status: 'closed' })],
    })
    const { outputs } = await ready(world)
    expect([outputs.state, comments().length]).toEqual(['complete', 1])
  })

  test('names what is stuck, and the remedy', async () => {
    world = await hostedWorld({
      config,
      issues: [
        epicIssue(),
        taskIssue('a', { ...triedBefore(2) }),
        taskIssue('b', { needs: ['a'] }),
      ],
    })
    const { outputs } = await ready(world, { issue_number: 7, overrides: '{"max_attempts": 1}' })
    expect(outputs.state).toBe('stuck')
    expect(comments()[0]?.body).toContain('What is stuck')
    expect(comments()[0]?.body).toContain('{"max\\_attempts": 2}')
  })

  test('is not written where there is no issue', async () => {
    world = await hostedWorld(shop)
    const { code } = await ready(world, { branch: 'my-work' })
    expect([code, comments(), writes()]).toEqual([0, [], []])
  })
})

describe('where nobody may be told, the wave runs all the same', () => {
  const token = (permissions: Record<string, 'read' | 'write'>) =>
    world.github.token({ type: 'github-actions', repo: 'octo/demo', permissions })

  test('a token that may only read issues', async () => {
    world = await hostedWorld(shop)
    const end = await ready(world, undefined, {
      token: token({ contents: 'read', issues: 'read' }),
    })
    expect([end.code, end.outputs.task_ids, comments()]).toEqual([0, '["a"]', []])
    expect(commands(end)).toEqual([
      expect.stringMatching(/^::warning::The issue could not be told: .*issues: write/),
    ])
    expect(end.summary).toContain('1 task in this wave')
  })

  test('a token that may not even read issues', async () => {
    world = await hostedWorld(shop)
    const end = await ready(world, undefined, { token: token({ contents: 'read' }) })
    expect([end.code, end.outputs.task_ids]).toEqual([0, '["a"]'])
    expect(commands(end)).toEqual([expect.stringMatching(/^::warning::The issue could not be /)])
  })
})

test('a GitHub that has a bad day does not stop the wave, and it is said', async () => {
  world = await hostedWorld(shop)
  world.github.fault({ method: 'POST', path: /comments/, mode: 'status', status: 502 })
  const end = await ready(world)
  expect([end.code, end.outputs.state]).toEqual([0, 'ready'])
  expect(commands(end)).toEqual([
    expect.stringMatching(/^::warning::The issue could not be told: .*POST .*: 502\)/),
  ])
}, 120_000)

describe('hostile words', () => {
  const titles = {
    command: '::set-output name=state::complete',
    mask: '::add-mask::a',
    old: '##[add-path]/tmp/evil',
    lines: 'one\n::error::two\r::stop-commands::x\u2028::warning::three',
    // biome-ignore lint/suspicious/noTemplateCurlyInString: an expression of a workflow
    expression: '${{ secrets.GITHUB_TOKEN }}',
    table: '| x |\n|---|\n\n</details></td></table> <!-- --> @octo/team #1 ![x](http://evil/x.png)',
    shell: '$(touch /tmp/wavefront-was-here) `id` ; rm -rf /',
    graph: 'a"]; click a href "javascript:x" -->',
  }
  const hostile = () => ({
    config,
    title: titles.table,
    issues: [
      epicIssue(),
      ...Object.entries(titles).map(([id, title]) => taskIssue(id, { title, description: title })),
    ],
  })

  test('are no commands in the log', async () => {
    world = await hostedWorld(hostile())
    const end = await ready(world)
    expect([end.code, end.outputs.task_count]).toEqual([0, '8'])
    expect(commands(end)).toEqual([])
  })

  test('are in no output', async () => {
    world = await hostedWorld(hostile())
    const { outputs } = await ready(world)
    expect(Object.keys(outputs).toSorted()).toEqual([
      'base_sha',
      'branch',
      'finalize',
      'held',
      'matrix',
      'max_parallel',
      'runs_on',
      'state',
      'task_count',
      'task_ids',
      'timeout_minutes',
      'wave',
    ])
    expect(outputs.state).toBe('ready')
    expect(JSON.stringify(outputs)).not.toMatch(/secrets|evil|touch/)
  })

  test('are text in the comment and the summary', async () => {
    world = await hostedWorld(hostile())
    const { summary } = await ready(world)
    for (const text of [comments()[0]?.body ?? '', summary]) {
      expect(text).not.toMatch(
        /<\/?t(able|d)>|(?<!wavefront:issue )-->\s*@octo|!\[x\]\(|^\|---\|$/m,
      )
      expect(text).not.toMatch(/(^|\s)@octo\/team/)
      expect(text).toContain('rm -rf')
    }
  })
})

test('a value that has a masked one in it is warned of', async () => {
  world = await hostedWorld(shop)
  const token = world.github.token({
    type: 'github-actions',
    repo: 'octo/demo',
    permissions: { contents: 'read' },
  })
  const end = await ready(world, { branch: `work/${token}` }, { token })
  expect(end.code).toBe(0)
  expect(commands(end)).toEqual([
    expect.stringMatching(
      /^::warning::The output "branch" has a masked value in it: GitHub will drop it/,
    ),
  ])
})
