import { readFileSync } from 'node:fs'
import { parseConfig } from '../src/index.ts'
import { pagePath, schemaPath, schemaText, withTable } from './docs.ts'

const page = readFileSync(pagePath, 'utf8')
const examples = [...page.matchAll(/^```yaml\n(.*?)^```$/gms)].map(([, text]) => text ?? '')

describe('docs/configuration.md (npx tsx packages/config/test/write-docs.ts writes it)', () => {
  test('its table is that of the schema', () => {
    expect(page).toBe(withTable(page))
  })

  test('its examples are configurations, and mean what the page says', () => {
    const read = examples.map((text) => {
      const config = parseConfig(text)
      if (!config.ok) return config.problems
      const { agent, checks, maxParallel, maxTasks } = config.value
      return { agent, checks, maxParallel, maxTasks }
    })
    expect(read).toEqual([
      {
        agent: 'opencode run',
        checks: 'set -e\n(\nnpm run lint\n)\n(\nnpm test\n)',
        maxParallel: 5,
        maxTasks: 20,
      },
      { agent: undefined, checks: undefined, maxParallel: 3, maxTasks: 6 },
      { agent: undefined, checks: undefined, maxParallel: 10, maxTasks: 40 },
    ])
  })
})

test('docs/config.schema.json is what configJsonSchema() gives', () => {
  expect(JSON.parse(readFileSync(schemaPath, 'utf8'))).toEqual(JSON.parse(schemaText()))
})
