import examples from './examples.json' with { type: 'json' }
import type { KnownAgent } from './known-agents.ts'

export type ExampleName = keyof typeof examples

/** The workflow to put into a repository, with the secret that the agent needs. */
export function workflowFor(name: ExampleName, agent: KnownAgent | undefined): string {
  return examples[name].replaceAll(secretOfExamples, agent?.secret ?? secretOfExamples)
}

/** The secrets that a workflow names, without the one that GitHub makes itself. */
export function secretsIn(workflow: string): string[] {
  const found = workflow.matchAll(/\$\{\{\s*secrets\.([A-Za-z_][A-Za-z0-9_]*)\s*\}\}/g)
  const names = new Set([...found].map(([, name = '']) => name.toUpperCase()))
  names.delete('GITHUB_TOKEN')
  return [...names]
}

const secretOfExamples = 'ANTHROPIC_API_KEY'
