import { readFileSync } from 'node:fs'
import { buildGraph, levels } from '@wavefront/tasks'
import { parsePlan, planPaths } from '../src/index.ts'

const page = readFileSync(new URL('../../../docs/plans.md', import.meta.url), 'utf8')
const examples = [...page.matchAll(/^```(?:md|json)\n(.*?)^```$/gms)].map(([, text]) => text ?? '')

describe('docs/plans.md', () => {
  test('its examples are plans, and mean what the page says', () => {
    const read = examples.map((text) => {
      const plan = parsePlan({ path: 'example', text })
      if (!plan.ok) return plan.problems
      const graph = buildGraph(plan.value.tasks)
      return [plan.value.name, graph.ok ? levels(graph.value) : graph.problems]
    })
    expect(read).toEqual([
      ['log-in', [['api'], ['form']]],
      ['example', [['1.2'], ['2.1']]],
      ['tasks', [['1.2']]],
      ['log-in', [['api']]],
    ])
  })

  test('a wrapped line is the description, without the title', () => {
    const plan = parsePlan({ path: 'example', text: examples[0] ?? '' })
    expect(plan.ok && plan.value.tasks.find(({ id }) => id === 'api')?.brief).toEqual({
      description: 'Passwords are hashed, never logged.',
      details: '- [ ] reject unknown users\n- [ ] count failed attempts',
    })
  })

  test('the places where a plan is looked for are those that it names, in that order', () => {
    const named = page.replaceAll('\n', ' ').match(/in this order: (.*?)\. /)?.[1]
    expect(named).toBe(planPaths.map((path) => `\`${path}\``).join(', '))
  })
})
