import { readFileSync } from 'node:fs'
import { parseConfig } from '@wavefront/config'
import { unwrap } from '@wavefront/errors'
import type { BranchRules } from '@wavefront/github'
import { shippedWorkflow, useOf } from '../../src/doctor/called-workflow.ts'
import type { Facts, FoundCaller } from '../../src/doctor/facts.ts'
import { judge } from '../../src/doctor/judge.ts'
import { renderRows } from '../../src/doctor/render-rows.ts'
import { parseWorkflow } from '../../src/doctor/workflow-file.ts'

const free: BranchRules = {
  ...{ is: 'known', isCreationRestricted: false, isPushRestricted: false },
  ...{ needsPullRequest: false, needsSignatures: false, needsLinearHistory: false },
  ...{ requiredChecks: [], others: [], gaps: [] },
}
const unknown = { is: 'unknown', why: 'GitHub: no' } as const
const example = readFileSync('examples/wavefront.yml', 'utf8')

function callerOf(text: string): FoundCaller {
  const path = '.github/workflows/wavefront.yml'
  const file = unwrap(parseWorkflow(path, text))
  const called = { called: shippedWorkflow, isCalledRead: false }
  return { is: 'found', path, isEnabled: true, file, use: useOf(file), ...called }
}

const fine: Facts = {
  repository: {
    ...{ is: 'found', repository: 'o/r', defaultBranch: 'main', role: 'admin' },
    ...{ isPrivate: true, isFork: false, isArchived: false },
  },
  ...{ page: 'https://github.com/o/r', isEnterpriseServer: false, base: 'main' },
  caller: callerOf(example),
  settings: { is: 'known', isFile: true, config: unwrap(parseConfig('agent: x\nchecks: y\n')) },
  permissions: { is: 'known', byDefault: 'read', mayCreatePullRequests: true },
  secrets: { is: 'known', names: ['ANTHROPIC_API_KEY'], organization: 'known' },
  rules: [
    { role: 'feature', branch: 'opencode/issue-1', rules: free },
    { role: 'store', branch: 'beads-sync', rules: free },
    { role: 'base', branch: 'main', rules: free },
  ],
  store: { is: 'jsonl', at: '.beads/issues.jsonl on main', tasks: [] },
  ciWorkflows: [],
}

const undeclared = example
  .replace('permissions: {}\n', '')
  .replace(/ {4}permissions:\n( {6}.*\n){5}/, '')

function withRules(role: 'feature' | 'store' | 'base', rules: BranchRules | typeof unknown) {
  return { rules: fine.rules.map((fact) => (fact.role === role ? { ...fact, rules } : fact)) }
}

function said(change: Partial<Facts>): readonly string[] {
  return judge({ ...fine, ...change })
    .filter(({ is }) => is !== 'ok')
    .map(({ is, about, says }) => `${is}: ${about}: ${says}`)
}

test.each<[string, Partial<Facts>, readonly string[]]>([
  ['all is well', {}, []],
  [
    'a reader',
    { repository: { ...fine.repository, role: 'read' } },
    ['problem: Your role: you have "read" in o/r, and starting a wave takes "write"'],
  ],
  [
    'an archived fork',
    { repository: { ...fine.repository, isArchived: true, isFork: true } },
    [
      'problem: Repository: it is archived, and nothing can be pushed',
      'unknown: Repository: it is a fork, and GitHub runs no workflow in a fork before somebody has allowed it',
    ],
  ],
  [
    'nothing declared, and a default that may do everything',
    {
      caller: callerOf(undeclared),
      permissions: { is: 'known', byDefault: 'write', mayCreatePullRequests: true },
    },
    [],
  ],
  [
    'nothing declared, and a default that nobody tells',
    { caller: callerOf(undeclared), permissions: unknown },
    [
      'unknown: Permissions: the job "wave" declares no permissions, and the repository\'s default is for administrators to see',
      'unknown: Pull requests: whether Actions may open them is for administrators to see',
    ],
  ],
  [
    'a secret that the organization may have',
    { secrets: { is: 'known', names: [], organization: 'unknown' } },
    [
      'unknown: Secrets: .github/workflows/wavefront.yml names the secret ANTHROPIC_API_KEY, which this repository does not have; the organization may have it',
    ],
  ],
  [
    'no merges on the feature branch',
    withRules('feature', { ...free, needsLinearHistory: true }),
    [
      'problem: Branch opencode/issue-*: a push by a wave would be refused, because it may hold no merges',
    ],
  ],
  [
    "no merges on the store's, which has none",
    withRules('store', { ...free, needsLinearHistory: true }),
    [],
  ],
  [
    'a rule that we cannot judge',
    withRules('feature', { ...free, others: ['commit_message_pattern'] }),
    [
      'unknown: Branch opencode/issue-*: rules hold for it that a wave may or may not meet: commit_message_pattern',
    ],
  ],
  [
    'rules that are kept secret',
    withRules('base', unknown),
    ['unknown: Required checks: those of main could not be read: GitHub: no'],
  ],
  ['our own status, required', withRules('base', { ...free, requiredChecks: ['wavefront'] }), []],
  [
    'a store that is kept secret',
    { store: unknown },
    ['unknown: Task store: it could not be read: GitHub: no'],
  ],
])('%s', (_, change, rows) => {
  expect(said(change)).toEqual(rows)
})

test('what others wrote cannot paint the terminal or add lines', () => {
  const asIs = (text: string) => text
  const shown = renderRows(
    [
      {
        is: 'problem',
        about: 'A',
        says: 'x\u001b[2J\ny',
        fix: 'write:\n    key: \u001b]0;z\u0007v',
      },
    ],
    { ok: asIs, problem: asIs, unknown: asIs },
  )
  expect(shown).toBe('✖ A  x y\n    fix: write:\n        key: v\n\n1 problem.')
})
