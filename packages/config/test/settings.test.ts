import { Ajv2020 } from 'ajv/dist/2020.js'
import { parse } from 'yaml'
import { configJsonSchema, describeConfig, parseConfig } from '../src/index.ts'
import { settingWords } from '../src/setting-words.ts'

const isValid = new Ajv2020().compile(configJsonSchema())
const expression = '$'.concat('{{ vars.X }}')
const keys = describeConfig().map(({ key }) => key)

test('the rows of the documentation', () => {
  expect(describeConfig().slice(2, 4)).toEqual([
    {
      key: 'agent_env',
      type: 'a list of names of environment variables, none of which begins with GITHUB_, ACTIONS_, RUNNER_ or INPUT_',
      default: '[]',
      what: "What the agent's process sees besides PATH, HOME, locale, proxies and the homes of tools.",
    },
    {
      key: 'agent_timeout',
      type: 'whole minutes from 1 to 360',
      default: '60',
      what: 'How long an agent may work on one task.',
    },
  ])
})

describe.each(keys)('%s', (key) => {
  const { example } = settingWords[key]

  test('its example is right, and says nothing else', () => {
    expect(Object.keys(parse(example))).toEqual([key])
    expect(parseConfig(example)).toMatchObject({ ok: true })
    expect(isValid(parse(example))).toBe(true)
  })

  test.each([expression, [expression], [`a\n${expression}`], { group: `a ${expression}` }])(
    'an expression is refused: %j',
    (value) => {
      const config = parseConfig(JSON.stringify({ [key]: value }))
      const faults = config.ok ? [] : config.problems.map(({ what }) => what)
      expect(faults).toEqual([expect.stringContaining('has an expression in it')])
      expect(isValid({ [key]: value })).toBe(false)
    },
  )
})

describe('the published JSON Schema judges like the parser', () => {
  const settings: Record<string, [settings: unknown, isRight: boolean]> = {
    nothing: [{}, true],
    'a script': [{ checks: 'a\nb' }, true],
    'a group': [{ runs_on: { group: 'a', labels: 'b' } }, true],
    'an unknown key': [{ agents: 'a' }, false],
    'a number as a text': [{ max_tasks: '5' }, false],
    'none at once': [{ max_parallel: 0 }, false],
    '257 at once': [{ max_parallel: 257 }, false],
    "the run's token": [{ agent_env: ['GITHUB_TOKEN'] }, false],
    'an option as a branch': [{ store_branch: '-f' }, false],
    'a workflow with its folder': [{ ci_workflows: ['.github/workflows/a.yml'] }, false],
    'two lines as a label': [{ runs_on: 'a\nb' }, false],
    'an absolute path': [{ allow_paths: ['/a'] }, false],
    'a path of one letter': [{ allow_paths: ['a'] }, true],
  }
  test.each(Object.entries(settings))('%s', (_, [value, isRight]) => {
    expect(isValid(value)).toBe(isRight)
    expect(parseConfig(JSON.stringify(value)).ok).toBe(isRight)
  })
})
