import type { BranchRules } from '@wavefront/github'
import type { BranchFact, CiWorkflow, Facts } from './facts.ts'
import { type Row, rowsAbout } from './row.ts'
import { usesApp } from './uses-app.ts'

/** What would refuse our pushes, and what would keep the pull request from being merged. */
export function judgeBranches(facts: Facts): Row[] {
  return facts.rules.flatMap((fact) =>
    fact.role === 'base' ? judgeRequired(facts, fact) : [judgePushes(facts, fact)],
  )
}

function judgePushes({ page }: Facts, { branch, rules, role }: BranchFact): Row {
  const shown = role === 'feature' ? 'opencode/issue-*' : branch
  const row = rowsAbout(`Branch ${shown}`)
  const settings = `${page}/settings/rules`
  if (rules.is === 'unknown') {
    return row.unknown(`what holds for it could not be read: ${rules.why}`, settings)
  }
  const refusals = refusalsOf(rules, role)
  if (refusals.length > 0) {
    return row.problem(
      `a push by a wave would be refused, because ${refusals.join(', and ')}`,
      `leave ${shown} out of that rule, or let a GitHub App bypass it that pushes (examples/github-app.yml): ${settings}`,
    )
  }
  if (rules.others.length > 0) {
    const says = `rules hold for it that a wave may or may not meet: ${rules.others.join(', ')}`
    return row.unknown(says, settings)
  }
  if (rules.gaps.length === 0) return row.ok('nothing refuses pushes to it')
  const says = `no ruleset refuses pushes to it; not to be seen: ${rules.gaps.join('; ')}`
  return row.unknown(says, `${page}/settings/branches`)
}

function refusalsOf(rules: BranchRules, role: BranchFact['role']): string[] {
  const { requiredChecks } = rules
  return [
    ...(rules.isCreationRestricted ? ['not everybody may create it'] : []),
    ...(rules.isPushRestricted ? ['not everybody may push to it'] : []),
    ...(rules.needsPullRequest ? ['changes need a pull request'] : []),
    ...(rules.needsSignatures ? ['commits need signatures, and ours have none'] : []),
    // A store's commits are in line already.
    ...(rules.needsLinearHistory && role === 'feature' ? ['it may hold no merges'] : []),
    ...(requiredChecks.length > 0
      ? [`checks must be green before a push: ${requiredChecks.join(', ')}`]
      : []),
  ]
}

const required = rowsAbout('Required checks')

/** What GITHUB_TOKEN pushes starts no workflow, and the runs of pull requests that it opens wait for a person. */
function judgeRequired(facts: Facts, { branch, rules }: BranchFact): Row[] {
  const settings = `${facts.page}/settings/rules`
  if (rules.is === 'unknown') {
    return [required.unknown(`those of ${branch} could not be read: ${rules.why}`, settings)]
  }
  if (rules.gaps.some((gap) => gap.includes('does not exist yet'))) {
    const fix = 'push it, or name another base: --branch NAME'
    return [rowsAbout('Base').problem(`there is no branch ${branch}`, fix)]
  }
  const broken = facts.ciWorkflows.flatMap((ci) => judgeCi(ci, branch))
  const checks = rules.requiredChecks.filter((name) => name !== ownStatus)
  const list = checks.map((name) => `"${name}"`).join(', ')
  if (checks.length === 0)
    return [...broken, required.ok(`none on ${branch} that a wave could not meet`)]
  if (usesApp(facts)) {
    return [...broken, required.ok(`${list} on ${branch}: a GitHub App pushes, which starts them`)]
  }
  const names = facts.ciWorkflows.map(({ name }) => name)
  if (names.length > 0) {
    const says = `${list} on ${branch}: ${names.join(', ')} run${names.length > 1 ? '' : 's'} after each landing`
    return [...broken, required.ok(says)]
  }
  return [
    required.problem(
      `${branch} requires ${list}, which never report${checks.length > 1 ? '' : 's'}: what GITHUB_TOKEN pushes starts no workflow`,
      'name the workflows to start after a landing in .github/wavefront.yml:\n    ci_workflows: [ci.yml]\n  or let a GitHub App push: examples/github-app.yml',
    ),
  ]
}

/** We report it ourselves. */
const ownStatus = 'wavefront'

const ciFaults: Record<Exclude<CiWorkflow['is'], 'fine'>, string> = {
  missing: 'there is no such file',
  'not-dispatched': 'it has no workflow_dispatch',
  unknown: 'it could not be read',
}

function judgeCi({ name, is }: CiWorkflow, base: string): Row[] {
  if (is === 'fine') return []
  const says = `ci_workflows names ${name}, and on ${base} ${ciFaults[is]}`
  if (is === 'unknown') return [required.unknown(says, `.github/workflows/${name}`)]
  return [
    required.problem(
      says,
      `add it to .github/workflows/${name}:\n    on:\n      workflow_dispatch:`,
    ),
  ]
}
