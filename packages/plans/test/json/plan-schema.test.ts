import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { parsePlan, planJsonSchema } from '../../src/index.ts'

const published = new URL('../../../../docs/plan.schema.json', import.meta.url)

describe('the published JSON Schema', () => {
  test('docs/plan.schema.json is what planJsonSchema() gives', () => {
    expect(JSON.parse(readFileSync(published, 'utf8'))).toEqual(planJsonSchema())
  })

  const task = { id: 'a', title: 'A' }
  const plans: Record<string, [plan: unknown, isValid: boolean]> = {
    'the least plan': [{ title: 'T', tasks: [task] }, true],
    'everything said': [
      {
        $schema: './plan.schema.json',
        name: 'login',
        title: 'Log in',
        tasks: [
          { id: 'e', title: 'All', kind: 'epic' },
          {
            ...task,
            description: 'd',
            details: 'd',
            acceptance: 'a',
            notes: 'n',
            depends_on: ['b'],
            files: ['src/a.ts', 'app/(auth)/**', '.github/ci.yml', 'ä/🌊.md'],
            priority: 0,
            minutes: 1.5,
            parent: 'e',
            kind: 'task',
            done: false,
          },
          { id: 'b', title: 'B', done: true },
        ],
      },
      true,
    ],
    'no title': [{ tasks: [task] }, false],
    'a blank title': [{ title: '  ', tasks: [task] }, false],
    'no task': [{ title: 'T', tasks: [] }, false],
    'an unknown key': [{ title: 'T', tasks: [{ ...task, dependsOn: ['b'] }] }, false],
    'an id with a slash': [{ title: 'T', tasks: [{ ...task, id: 'a/b' }] }, false],
    'a name with capitals': [{ name: 'Login', title: 'T', tasks: [task] }, false],
    'a priority of 5': [{ title: 'T', tasks: [{ ...task, priority: 5 }] }, false],
    'no minutes': [{ title: 'T', tasks: [{ ...task, minutes: 0 }] }, false],
    'a path out of the repository': [
      { title: 'T', tasks: [{ ...task, files: ['a/../b'] }] },
      false,
    ],
    'an absolute path': [{ title: 'T', tasks: [{ ...task, files: ['/etc/hosts'] }] }, false],
    'a Windows path': [{ title: 'T', tasks: [{ ...task, files: ['src\\a.ts'] }] }, false],
    "git's own folder": [{ title: 'T', tasks: [{ ...task, files: ['x/.git/config'] }] }, false],
  }
  const isValid = new Ajv2020().compile(planJsonSchema())
  test.each(Object.entries(plans))('%s is judged like the parser does', (_, [plan, expected]) => {
    expect(isValid(plan)).toBe(expected)
    expect(parsePlan({ path: 'plan.json', text: JSON.stringify(plan) }).ok).toBe(expected)
  })
})
