import type { Facts, FoundCaller } from './facts.ts'
import { judgeHandover } from './judge-handover.ts'
import { judgePermissions } from './judge-permissions.ts'
import { judgeSecrets } from './judge-secrets.ts'
import { type Row, rowsAbout } from './row.ts'

const workflow = rowsAbout('Workflow')
const dispatch = rowsAbout('Dispatch')

/** The one file that a repository has of its own. */
export function judgeCaller(facts: Facts): Row[] {
  const { caller, repository } = facts
  const { defaultBranch } = repository
  switch (caller.is) {
    case 'unknown':
      return [workflow.unknown(`the workflows could not be read: ${caller.why}`, facts.page)]
    case 'missing':
      return [
        workflow.problem(
          `no workflow on ${defaultBranch} calls wave.yml or has the three actions in it`,
          'write one with `wavefront init`, and push it to the default branch',
        ),
      ]
    case 'broken':
      return caller.problems.map((problem) =>
        workflow.problem(`${problem.where}: ${problem.what}`, problem.fix),
      )
    case 'found':
      return judgeFound(facts, caller)
  }
}

function judgeFound(facts: Facts, caller: FoundCaller): Row[] {
  if (caller.use.is === 'none') {
    return [
      workflow.problem(
        `${caller.path} calls no wave.yml and has none of the three actions in it`,
        'have it written anew: `wavefront init --force`',
      ),
    ]
  }
  return [
    judgePlace(facts, caller),
    ...judgeServer(facts, caller),
    ...judgeConcurrency(caller),
    judgeDispatch(caller),
    ...judgeHandover(caller),
    ...judgePermissions(facts, caller),
    ...judgeSecrets(facts, caller),
  ]
}

function judgePlace({ repository, page }: Facts, { path, isEnabled, use }: FoundCaller): Row {
  if (!isEnabled) {
    return workflow.problem(
      `${path} is disabled`,
      `enable it: ${page}/actions/workflows/${path.split('/').at(-1)}`,
    )
  }
  const does = use.is === 'call' ? `calls ${nameOf(use.job.uses)}` : 'has the three actions in it'
  return workflow.ok(`${path} is on ${repository.defaultBranch}, and ${does}`)
}

function nameOf(uses = ''): string {
  return uses.length > 100 ? `${uses.slice(0, 100)}…` : uses
}

function judgeServer({ isEnterpriseServer }: Facts, { use }: FoundCaller): Row[] {
  if (!isEnterpriseServer || use.is !== 'call') return []
  return [
    workflow.problem(
      'GitHub Enterprise Server does not know how wave.yml refers to its own actions (`uses: $/…`)',
      'use the actions in plain jobs: `wavefront init --example three-jobs --force`',
    ),
  ]
}

function judgeConcurrency({ file, use, path }: FoundCaller): Row[] {
  const isAround = file.hasConcurrency || (use.is === 'call' && use.job.concurrency !== undefined)
  if (!isAround) return []
  return [
    workflow.problem(
      `${path} has a concurrency group around the wave, and GitHub keeps one waiting run in a group: a newer one cancels it`,
      'remove `concurrency:` there: the called workflow has its own',
    ),
  ]
}

const needed = ['issue_number', 'branch']

/** The last job of a wave starts the same file again, with these two. */
function judgeDispatch({ file, path }: FoundCaller): Row {
  if (file.dispatch === undefined) {
    return dispatch.problem(
      `${path} cannot be started by hand or by the wave before`,
      `let it be dispatched:\n${inputsYaml(needed)}`,
    )
  }
  const { inputs } = file.dispatch
  const lacks = needed.filter((name) => !inputs.includes(name))
  if (lacks.length > 0) {
    return dispatch.problem(
      `${path} does not declare ${lacks.join(' and ')}, so GitHub refuses to start the next wave ("Unexpected inputs provided")`,
      `declare what is missing:\n${inputsYaml(lacks)}`,
    )
  }
  return dispatch.ok(`it is started by workflow_dispatch, with ${inputs.join(', ')}`)
}

export function inputsYaml(names: readonly string[]): string {
  return [
    '    on:',
    '      workflow_dispatch:',
    '        inputs:',
    ...names.flatMap((name) => [`          ${name}:`, '            type: string']),
  ].join('\n')
}
