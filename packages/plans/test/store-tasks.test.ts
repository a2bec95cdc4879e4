import { parsePlan, storeTasks } from '../src/index.ts'

function stored(plan: unknown) {
  const result = parsePlan({ path: 'plan.json', text: JSON.stringify(plan) })
  return result.ok ? storeTasks(result.value) : result.problems
}

describe('a plan in a store', () => {
  test('its epic comes first, and all ids and references begin with its name', () => {
    const plan = {
      name: 'login',
      title: 'Log in',
      tasks: [
        { id: 'server', title: 'Server' },
        { id: '1.2', title: 'API', parent: 'server', depends_on: ['login-form'] },
        { id: 'login-form', title: 'Form', done: true },
      ],
    }
    const rest = { priority: 2, files: [], brief: {} }
    expect(stored(plan)).toEqual([
      { id: 'login', title: 'Log in', kind: 'epic', state: 'open', dependencies: [], ...rest },
      {
        id: 'login-server',
        title: 'Server',
        kind: 'epic',
        state: 'open',
        parent: 'login',
        dependencies: [],
        source: 'plan.json:1',
        ...rest,
      },
      {
        id: 'login-1.2',
        title: 'API',
        kind: 'task',
        state: 'open',
        parent: 'login-server',
        dependencies: [{ on: 'login-form', until: 'closed' }],
        source: 'plan.json:1',
        ...rest,
      },
      {
        id: 'login-form',
        title: 'Form',
        kind: 'task',
        state: 'closed',
        parent: 'login',
        dependencies: [],
        source: 'plan.json:1',
        ...rest,
      },
    ])
  })

  test('the epic of a finished plan is finished', () => {
    const tasks = [{ id: 'a', title: 'A', done: true }]
    expect(stored({ title: 'T', tasks })).toEqual([
      expect.objectContaining({ id: 't', state: 'closed' }),
      expect.objectContaining({ id: 't-a', state: 'closed' }),
    ])
  })

  test('a task that is called like the plan is not its epic', () => {
    const tasks = [{ id: 't', title: 'A' }]
    expect(stored({ title: 'T', tasks })).toEqual([
      expect.objectContaining({ id: 't' }),
      expect.objectContaining({ id: 't-t', parent: 't' }),
    ])
  })
})
