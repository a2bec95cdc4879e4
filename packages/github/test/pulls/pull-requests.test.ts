import { branchName, commitSha } from '@wavefront/wave'
import { type Reply, type Script, type ScriptedServer, startScripted } from '../scripted-server.ts'

const head = branchName('opencode/issue-7')
const base = branchName('main')
const wanted = { head, base, title: '🤖 Implement Issue #7: T', body: 'new' }
const ours = (text: string) => `<!-- wavefront:begin -->\n${text}\n<!-- wavefront:end -->`

function aPull(number: number, more: object = {}) {
  return {
    number,
    html_url: `https://github.test/o/r/pull/${number}`,
    body: ours('old'),
    head: { ref: head, repo: { id: 1 } },
    base: { ref: base, repo: { id: 1 } },
    ...more,
  }
}

const list = 'GET /pulls'
const post = 'POST /pulls'
const made: Reply = { status: 201, body: aPull(9) }

function refused(...errors: object[]): Reply {
  return { status: 422, body: { message: 'Validation Failed', errors } }
}

let server: ScriptedServer
afterEach(() => server.stop())

async function open(script: Script) {
  server = await startScripted(script)
  return server.openGitHub().pullRequests
}

describe('find', () => {
  const none: readonly [string, object][] = [
    [
      'from another branch, by a server that ignores the filter',
      { head: { ref: 'x', repo: { id: 1 } } },
    ],
    ["from a fork's branch of the same name", { head: { ref: head, repo: { id: 2 } } }],
    ['from a fork that is gone', { head: { ref: head, repo: null } }],
  ]
  test.each(none)('one %s is not ours', async (_, more) => {
    const pulls = await open({ [list]: [{ body: [aPull(1, more)] }] })
    expect(await pulls.find(head)).toBeUndefined()
  })

  test('the oldest of several, asked for by branch', async () => {
    const pulls = await open({ [list]: [{ body: [aPull(5), aPull(3)] }] })
    expect(await pulls.find(head)).toEqual({ number: 3, url: 'https://github.test/o/r/pull/3' })
    expect(Object.fromEntries(server.seen[0]?.query ?? [])).toEqual({
      state: 'open',
      head: 'o:opencode/issue-7',
      per_page: '100',
    })
  })
})

describe('write', () => {
  test('there is none: it is made, and is no draft', async () => {
    const pulls = await open({ [list]: [{ body: [] }], [post]: [made] })
    expect(await pulls.write(wanted)).toEqual({ number: 9, url: 'https://github.test/o/r/pull/9' })
    expect(server.sent(post)).toEqual([
      { head, base, title: '🤖 Implement Issue #7: T', body: `${ours('new')}\n`, draft: false },
    ])
  })

  test('there is one: only our part changes, the title stays', async () => {
    const body = `By hand.\n${ours('old')}\nMore by hand.`
    const pulls = await open({
      [list]: [{ body: [aPull(3, { body })] }],
      'PATCH /pulls/3': [{ body: aPull(3) }],
    })
    await pulls.write(wanted)
    expect(server.sent('PATCH /pulls/3')).toEqual([
      { body: `By hand.\n${ours('new')}\nMore by hand.` },
    ])
    expect(server.calls()).toEqual([list, 'PATCH /pulls/3'])
  })

  test('one into another base, and one into ours: ours', async () => {
    const other = aPull(2, { base: { ref: 'next', repo: { id: 1 } } })
    const pulls = await open({
      [list]: [{ body: [other, aPull(4)] }],
      'PATCH /pulls/4': [{ body: aPull(4) }],
    })
    expect(await pulls.write(wanted)).toMatchObject({ number: 4 })
  })

  test('its text is the same already: nothing is written', async () => {
    const pulls = await open({ [list]: [{ body: [aPull(3, { body: ours('new') })] }] })
    await pulls.write(wanted)
    expect(server.calls()).toEqual([list])
  })

  test('somebody made it meanwhile: it is found and updated', async () => {
    const pulls = await open({
      [list]: [{ body: [] }, { body: [aPull(3)] }],
      [post]: [
        refused({
          resource: 'PullRequest',
          code: 'custom',
          message: 'A pull request already exists for o:opencode/issue-7.',
        }),
      ],
      'PATCH /pulls/3': [{ body: aPull(3) }],
    })
    expect(await pulls.write(wanted)).toMatchObject({ number: 3 })
    expect(server.calls()).toEqual([list, post, list, 'PATCH /pulls/3'])
  })

  test.each(['hang up', 'break off', { status: 502 }] as const)(
    'the answer to making it is lost (%j), but it was made: not a second one',
    async (lost) => {
      const pulls = await open({
        [list]: [{ body: [] }, { body: [aPull(3, { body: `${ours('new')}\n` })] }],
        [post]: [lost],
      })
      expect(await pulls.write(wanted)).toMatchObject({ number: 3 })
      expect(server.calls()).toEqual([list, post, list])
    },
  )

  const refusals: readonly [string, Reply, RegExp][] = [
    [
      'nothing to merge',
      refused({
        resource: 'PullRequest',
        code: 'custom',
        message: 'No commits between main and opencode/issue-7',
      }),
      /No commits between main and opencode\/issue-7.*\n.*merged already/,
    ],
    [
      'no such base',
      refused({ resource: 'PullRequest', field: 'base', code: 'invalid' }),
      /base is invalid.*\n.*a base branch that exists/,
    ],
    [
      'the setting is off',
      {
        status: 403,
        body: { message: 'GitHub Actions is not permitted to create or approve pull requests.' },
      },
      /Allow GitHub Actions to create and approve pull requests/,
    ],
    [
      'no permission',
      { status: 403, body: { message: 'Resource not accessible by integration' } },
      /pull-requests: write/,
    ],
  ]
  test.each(refusals)('%s: what to do', async (_, reply, told) => {
    const pulls = await open({ [list]: [{ body: [] }], [post]: [reply] })
    await expect(pulls.write(wanted)).rejects.toThrow(told)
    expect(server.sent(post)).toHaveLength(1)
  })
})

test('a status has our context, and a description that fits', async () => {
  const commit = commitSha('a'.repeat(40))
  const call = `POST /statuses/${commit}`
  const pulls = await open({ [call]: [{ status: 201, body: {} }] })
  await pulls.writeStatus({
    commit,
    state: 'pending',
    description: 'x'.repeat(200),
    url: 'https://x.test',
  })
  expect(server.sent(call)).toEqual([
    {
      context: 'wavefront',
      state: 'pending',
      description: `${'x'.repeat(139)}…`,
      target_url: 'https://x.test',
    },
  ])
})
