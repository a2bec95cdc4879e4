import { aGitHub, commitOn, look, type World } from './a-github.ts'

let world: World
beforeEach(async () => {
  world = await aGitHub()
})
afterEach(async () => {
  expect(world.github.violations).toEqual([])
  await world.close()
})

const long = 'x'.repeat(65_537)

describe('issues', () => {
  test('are read, with their author and labels', async () => {
    const { status, body } = await world.ask('GET', '~/issues/7')
    expect([status, look(body, 'title'), look(body, 'body'), look(body, 'user.login')]).toEqual([
      200,
      'Seven',
      'the body',
      'octo',
    ])
    expect(look(body, 'labels')).toMatchObject([{ name: 'wave' }])
  })

  test('are listed by label, with pull requests among them', async () => {
    world.github.addIssue('octo/demo', { labels: ['other'] })
    const { body: pull } = await openPull()
    await world.ask('POST', `~/issues/${look(pull, 'number')}/labels`, {
      body: { labels: ['wave'] },
    })
    const { body } = await world.ask('GET', '~/issues?labels=wave')
    expect(look(body, '*.number')).toEqual([9, 7])
    expect(look(body, '0.pull_request.url')).toContain('/pulls/9')
  })

  test('that are not there are not found', async () => {
    expect(await world.ask('GET', '~/issues/99')).toMatchObject({
      status: 404,
      body: { message: 'Not Found' },
    })
  })

  test('keep their body when a new one is too long, and say 200', async () => {
    const { status, body } = await world.ask('PATCH', '~/issues/7', { body: { body: long } })
    expect([status, look(body, 'body')]).toEqual([200, 'the body'])
  })

  test('get labels', async () => {
    const { status, body } = await world.ask('POST', '~/issues/7/labels', {
      body: { labels: ['b'] },
    })
    expect([status, look(body, '*.name')]).toEqual([200, ['wave', 'b']])
  })
})

describe('comments', () => {
  test('are made, changed, listed and deleted by the token', async () => {
    const { status, body } = await world.ask('POST', '~/issues/7/comments', {
      body: { body: 'one' },
    })
    expect([status, look(body, 'user')]).toMatchObject([201, { login: 'waves[bot]', type: 'Bot' }])
    await world.ask('PATCH', `~/issues/comments/${look(body, 'id')}`, { body: { body: 'two' } })
    const listed = await world.ask('GET', '~/issues/7/comments')
    expect(listed.body).toMatchObject([{ id: look(body, 'id'), body: 'two' }])
    expect(await world.ask('DELETE', `~/issues/comments/${look(body, 'id')}`)).toMatchObject({
      status: 204,
    })
    expect(await world.ask('GET', `~/issues/comments/${look(body, 'id')}`)).toMatchObject({
      status: 404,
    })
  })

  test('of strangers are there as well', async () => {
    world.github.addComment('octo/demo', { issue: 7, body: 'mine', login: 'stranger' })
    const { body } = await world.ask('GET', '~/issues/7/comments')
    expect(body).toMatchObject([{ body: 'mine', user: { login: 'stranger', type: 'User' } }])
  })

  test('above 65,536 characters are refused', async () => {
    expect(await world.ask('POST', '~/issues/7/comments', { body: { body: long } })).toMatchObject({
      status: 422,
      body: {
        message: 'Validation Failed',
        errors: [{ message: 'body is too long (maximum is 65536 characters)' }],
      },
    })
  })

  test('of 65,536 characters are not', async () => {
    const body = long.slice(1)
    expect(await world.ask('POST', '~/issues/7/comments', { body: { body } })).toMatchObject({
      status: 201,
    })
  })

  test('come in pages with links', async () => {
    for (const body of ['1', '2', '3'])
      world.github.addComment('octo/demo', { issue: 7, body, login: 'octo' })
    const { headers, body } = await world.ask('GET', '~/issues/7/comments?per_page=2')
    expect(body).toHaveLength(2)
    const next = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1] ?? ''
    const second = await world.ask('GET', next.slice(world.github.url.length))
    expect(second.body).toMatchObject([{ body: '3' }])
  })

  test('get a reaction once', async () => {
    const { id } = world.github.addComment('octo/demo', { issue: 7, body: '/oc', login: 'octo' })
    const react = () =>
      world.ask('POST', `~/issues/comments/${id}/reactions`, { body: { content: 'eyes' } })
    expect([(await react()).status, (await react()).status]).toEqual([201, 200])
  })
})

describe('pull requests', () => {
  test('are made by the token, never twice for the same ends', async () => {
    const { status, body } = await openPull()
    expect([
      status,
      look(body, 'head.label'),
      look(body, 'user.login'),
      look(body, 'draft'),
    ]).toEqual([201, 'octo:feature', 'waves[bot]', false])
    expect(await openPull()).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'A pull request already exists for octo:feature.' }] },
    })
  })

  const refusals: readonly (readonly [string, object, object])[] = [
    ['nothing to merge', { head: 'same' }, { message: 'No commits between main and same' }],
    ['a head that is not there', { head: 'gone' }, { field: 'head', code: 'invalid' }],
    ['a base that is not there', { base: 'gone' }, { field: 'base', code: 'invalid' }],
    ['a body that is too long', { body: long }, { code: 'unprocessable', field: 'body' }],
  ]
  test.each(refusals)('are refused for %s', async (_, differing, error) => {
    expect(await openPull(differing)).toMatchObject({
      status: 422,
      body: { message: 'Validation Failed', errors: [error] },
    })
  })

  test('are found by owner and branch; a branch alone filters nothing', async () => {
    commitOn(world.served, 'other', 'feature')
    await openPull()
    await openPull({ head: 'other' })
    const heads = async (query: string) => {
      const { body } = await world.ask('GET', `~/pulls?${query}`)
      return look(body, '*.head.ref')
    }
    expect(await heads('head=octo:feature')).toEqual(['feature'])
    expect(await heads('head=other')).toEqual(['other', 'feature'])
    expect(await heads('head=somebody:feature')).toEqual([])
    expect(await heads('state=closed')).toEqual([])
  })

  test('are changed', async () => {
    await openPull()
    const { body } = await world.ask('PATCH', '~/pulls/8', { body: { title: 'new', body: 'b' } })
    expect([look(body, 'title'), look(body, 'body'), look(body, 'state')]).toEqual([
      'new',
      'b',
      'open',
    ])
  })

  test('follow their branch', async () => {
    await openPull()
    const next = commitOn(world.served, 'feature', 'feature')
    expect(look((await world.ask('GET', '~/pulls/8')).body, 'head.sha')).toEqual(next)
  })

  test('are closed when their branch is deleted, and cannot be opened again', async () => {
    await openPull()
    world.served.git('update-ref', '-d', 'refs/heads/feature')
    expect((await world.ask('GET', '~/pulls/8')).body).toMatchObject({
      state: 'closed',
      merged: false,
    })
    expect(await world.ask('PATCH', '~/pulls/8', { body: { state: 'open' } })).toMatchObject({
      status: 422,
    })
  })

  test('are merged when the base has their commits', async () => {
    await openPull()
    world.served.git('update-ref', 'refs/heads/main', 'feature')
    expect((await world.ask('GET', '~/pulls/8')).body).toMatchObject({
      state: 'closed',
      merged: true,
    })
  })
})

describe('statuses', () => {
  test('the latest of each context counts', async () => {
    const sha = world.served.git('rev-parse', 'main')
    const set = (state: string, context: string) =>
      world.ask('POST', `~/statuses/${sha}`, { body: { state, context, description: '7/12' } })
    await set('pending', 'wavefront')
    await set('success', 'other')
    expect(look((await world.ask('GET', '~/commits/main/status')).body, 'state')).toEqual('pending')
    await set('success', 'wavefront')
    const { body } = await world.ask('GET', `~/commits/${sha}/status`)
    expect([look(body, 'state'), look(body, 'total_count')]).toEqual(['success', 2])
  })

  test('of more than 140 characters are refused', async () => {
    const sha = world.served.git('rev-parse', 'main')
    const body = { state: 'pending', description: 'x'.repeat(141) }
    expect(await world.ask('POST', `~/statuses/${sha}`, { body })).toMatchObject({
      status: 422,
      body: { errors: [{ message: 'description is too long (maximum is 140 characters)' }] },
    })
  })

  test('of a commit that is not there are refused', async () => {
    const sha = '0'.repeat(40)
    expect(
      await world.ask('POST', `~/statuses/${sha}`, { body: { state: 'pending' } }),
    ).toMatchObject({ status: 422, body: { message: `No commit found for SHA: ${sha}` } })
  })
})

describe('a repository', () => {
  test('says its default branch', async () => {
    expect(await world.ask('GET', '~')).toMatchObject({
      status: 200,
      body: { full_name: 'octo/demo', default_branch: 'main', private: true },
    })
  })

  const people: readonly (readonly [string, string, string])[] = [
    ['octo', 'admin', 'admin'],
    ['mona', 'write', 'maintain'],
    ['tria', 'read', 'triage'],
    ['stranger', 'none', 'none'],
  ]
  test.each(people)('%s may %s as %s', async (login, permission, role_name) => {
    const { body } = await world.ask('GET', `~/collaborators/${login}/permission`)
    expect(body).toMatchObject({ permission, role_name })
  })

  test('a bot is no collaborator', async () => {
    const bot = encodeURIComponent('github-actions[bot]')
    expect(await world.ask('GET', `~/collaborators/${bot}/permission`)).toMatchObject({
      status: 404,
      body: { message: 'github-actions[bot] is not a user' },
    })
  })

  test('has branches, protected and not', async () => {
    const { body } = await world.ask('GET', '~/branches/main')
    expect(body).toMatchObject({ name: 'main', protected: false })
    world.github.repository('octo/demo').protections.main = { requiredChecks: ['ci'] }
    expect(look((await world.ask('GET', '~/branches/main')).body, 'protected')).toEqual(true)
    expect((await world.ask('GET', '~/branches/main/protection')).body).toMatchObject({
      required_status_checks: { contexts: ['ci'] },
    })
    expect(await world.ask('GET', '~/branches/same/protection')).toMatchObject({
      status: 404,
      body: { message: 'Branch not protected' },
    })
    expect(await world.ask('GET', '~/branches/gone')).toMatchObject({ status: 404 })
  })

  test('has rules for a branch', async () => {
    const rule = {
      type: 'required_status_checks',
      parameters: {
        strict_required_status_checks_policy: false,
        required_status_checks: [{ context: 'ci' }],
      },
    }
    world.github.repository('octo/demo').rules.main = [rule]
    expect((await world.ask('GET', '~/rules/branches/main')).body).toMatchObject([rule])
    expect((await world.ask('GET', '~/rules/branches/same')).body).toEqual([])
  })

  test('has settings for Actions, and names of secrets', async () => {
    expect((await world.ask('GET', '~/actions/permissions/workflow')).body).toEqual({
      default_workflow_permissions: 'read',
      can_approve_pull_request_reviews: true,
    })
    const { body } = await world.ask('GET', '~/actions/secrets')
    expect([look(body, 'total_count'), look(body, 'secrets.0.name')]).toEqual([1, 'APP_ID'])
  })

  test('has secrets of its organisation', async () => {
    world.github.repository('octo/demo').organizationSecrets.push('AGENT_KEY')
    const { body } = await world.ask('GET', '~/actions/organization-secrets')
    expect(look(body, 'secrets.*.name')).toEqual(['AGENT_KEY'])
  })

  test('with a locked branch says so', async () => {
    const details = { lock_branch: { enabled: true } }
    world.github.repository('octo/demo').protections.main = { details }
    expect((await world.ask('GET', '~/branches/main/protection')).body).toMatchObject(details)
  })

  test('has files', async () => {
    const { body } = await world.ask('GET', '~/contents/README.md?ref=feature')
    expect(Buffer.from(String(look(body, 'content')), 'base64').toString()).toEqual(
      'a demo ünd more\n',
    )
    expect([look(body, 'encoding'), look(body, 'type'), look(body, 'size')]).toEqual([
      'base64',
      'file',
      17,
    ])
    const listed = await world.ask('GET', '~/contents/docs')
    expect(listed.body).toMatchObject([{ path: 'docs/a.md', type: 'file' }])
    expect(await world.ask('GET', '~/contents/gone')).toMatchObject({ status: 404 })
    expect(await world.ask('GET', '~/contents/README.md?ref=gone')).toMatchObject({
      status: 404,
      body: { message: 'No commit found for the ref gone' },
    })
  })
})

function openPull(differing: object = {}) {
  const body = { title: 'a pull', head: 'feature', base: 'main', body: 'b', ...differing }
  return world.ask('POST', '~/pulls', { body })
}
