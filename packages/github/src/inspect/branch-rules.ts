import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'
import { orUnknown, type Unknown } from './answers.ts'
import { type Classic, readClassicProtection } from './classic-protection.ts'

export interface BranchRules {
  readonly is: 'known'
  /** Each may be relaxed for some people and Apps by a bypass, which GitHub does not tell here. */
  readonly isCreationRestricted: boolean
  readonly isPushRestricted: boolean
  readonly needsPullRequest: boolean
  readonly needsSignatures: boolean
  readonly needsLinearHistory: boolean
  /** The names of the checks that must be green before a push or a merge. */
  readonly requiredChecks: readonly string[]
  /** What else is enforced, by GitHub's own names: `commit_message_pattern`. */
  readonly others: readonly string[]
  /** What could not be asked. */
  readonly gaps: readonly string[]
}

/** Of rulesets and of the older branch protection, together. */
export function readBranchRules(
  connection: Connection,
  branch: string,
): Promise<BranchRules | Unknown> {
  return orUnknown(read(connection, branch))
}

async function read(connection: Connection, branch: string): Promise<BranchRules> {
  const rules = await readRules(connection, branch)
  return combine(rules, await readClassicProtection(connection, branch))
}

const rule = z.object({
  type: z.string(),
  parameters: z
    .object({ required_status_checks: z.array(z.object({ context: z.string() })).optional() })
    .optional(),
})
type Rule = z.infer<typeof rule>

async function readRules(connection: Connection, branch: string): Promise<Rule[]> {
  const rules: Rule[] = []
  const pages = connection.pages({
    ...{ route: 'GET /rules/branches/{branch}', values: { branch } },
    ...{ answer: z.array(rule), needs: 'metadata: read' },
  })
  try {
    for await (const page of pages) rules.push(...page)
    return rules
  } catch (error) {
    // Private repositories of free plans have no rulesets, and GitHub refuses to list none.
    if (isRefusal(error, 403, /upgrade to github/i)) return []
    throw error
  }
}

const named = [
  ...['creation', 'update', 'pull_request', 'required_signatures', 'required_linear_history'],
  ...['required_status_checks', 'deletion', 'non_fast_forward'],
]

function combine(rules: readonly Rule[], classic: Classic): BranchRules {
  const types = new Set(rules.map(({ type }) => type))
  const checks = rules.flatMap(({ parameters }) => parameters?.required_status_checks ?? [])
  return {
    is: 'known',
    isCreationRestricted: types.has('creation') || classic.isCreationRestricted,
    isPushRestricted: types.has('update') || classic.isPushRestricted,
    needsPullRequest: types.has('pull_request') || classic.needsPullRequest,
    needsSignatures: types.has('required_signatures') || classic.needsSignatures,
    needsLinearHistory: types.has('required_linear_history') || classic.needsLinearHistory,
    requiredChecks: [
      ...new Set([...checks.map(({ context }) => context), ...classic.requiredChecks]),
    ],
    others: [...types].filter((type) => !named.includes(type)),
    gaps: classic.gaps,
  }
}
