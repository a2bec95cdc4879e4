import { secretsIn } from './examples.ts'
import type { InitPlan } from './plan-init.ts'

interface Place {
  /** The repository's page, where it is known. */
  readonly page: string | undefined
  readonly hasStore: boolean
}

/** What only a person can do after `wavefront init`, in order. */
export function nextSteps(plan: InitPlan, { page, hasStore }: Place): string[] {
  const { example, workflow, config } = plan
  const at = (path: string, otherwise: string) => (page ? `${page}/${path}` : otherwise)
  const actions = at('settings/actions', 'Settings → Actions → General')
  const settings =
    example === 'github-app'
      ? `Install the App on the repository, with write access to contents, pull requests, commit statuses and actions.`
      : `Tick "Allow GitHub Actions to create and approve pull requests": ${actions}`
  return [
    `Look ${config.path} over: the agent, its setup, the checks.`,
    settings,
    ...secretsIn(workflow.text).map((name) => `Store the secret: gh secret set ${name}`),
    ...(example === 'self-hosted'
      ? [
          `Have runners with the labels of runs_on: ${at('settings/actions/runners', 'Settings → Actions → Runners')}`,
        ]
      : []),
    ...(hasStore ? [] : ['Put the tasks there: `bd init`, or commit a .beads/issues.jsonl.']),
    `Commit both files, and push them to the default branch: git add ${workflow.path} ${config.path}`,
    'See what is missing: wavefront doctor',
    `Start the first wave with the number of an issue: ${at('actions', 'Actions')} → Wavefront → Run workflow`,
  ]
}
