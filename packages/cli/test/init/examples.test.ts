import { readFileSync } from 'node:fs'
import { secretsIn, workflowFor } from '../../src/init/examples.ts'
import { knownAgent } from '../../src/init/known-agents.ts'
import { embeddedPath, examplesText } from './examples.ts'

test('what is carried along is examples/*.yml (npx tsx packages/cli/test/init/write-examples.ts writes it)', () => {
  expect(JSON.parse(readFileSync(embeddedPath, 'utf8'))).toEqual(JSON.parse(examplesText()))
})

describe('the workflow for an agent', () => {
  test.each([
    ['opencode run', ['ANTHROPIC_API_KEY']],
    ['codex exec -', ['OPENAI_API_KEY']],
    ['gemini -p', ['GEMINI_API_KEY']],
    ['./my-agent', ['ANTHROPIC_API_KEY']],
    ['constructor', ['ANTHROPIC_API_KEY']],
  ])('%s', (agent, secrets) => {
    expect(secretsIn(workflowFor('default', knownAgent(agent)))).toEqual(secrets)
  })

  test('as it stands in examples/, but for the key', () => {
    const example = readFileSync('examples/wavefront.yml', 'utf8')
    expect(workflowFor('default', knownAgent('claude -p'))).toBe(example)
    const codex = workflowFor('default', knownAgent('codex exec -'))
    expect(codex.replaceAll('OPENAI_API_KEY', 'ANTHROPIC_API_KEY')).toBe(example)
  })

  test('of a GitHub App names its secrets', () => {
    expect(secretsIn(workflowFor('github-app', undefined)).sort()).toEqual([
      'ANTHROPIC_API_KEY',
      'WAVEFRONT_APP_ID',
      'WAVEFRONT_APP_PRIVATE_KEY',
    ])
  })
})
