import type { Facts, FoundCaller } from './facts.ts'
import { type Asked, byDefault, lacking, permissionsYaml } from './permissions.ts'
import { type Row, rowsAbout } from './row.ts'
import type { WorkflowJob } from './workflow-file.ts'

const permissions = rowsAbout('Permissions')

/** With fewer than a called job asks for, GitHub starts no job at all, and no message of ours could say why. */
export function judgePermissions(facts: Facts, caller: FoundCaller): Row[] {
  const { use, called, isCalledRead } = caller
  if (use.is === 'none') return []
  if (use.is === 'actions') {
    const rows = use.jobs.flatMap(({ job, asked }) => judgeJob(facts, caller, { job, asked }))
    return rows.length > 0 ? rows : [permissions.ok('each job is granted what its action needs')]
  }
  const { job } = use
  const rows = judgeJob(facts, caller, { job, asked: called.permissions })
  if (rows.length > 0) return rows
  const asked = isCalledRead ? 'asks for' : 'of this version asks for (yours could not be read)'
  return [
    permissions.ok(
      `the job "${job.id}" grants what the called workflow ${asked}${isDeclared(caller, job) ? "; the repository's default does not matter" : ''}`,
    ),
  ]
}

interface Judged {
  readonly job: WorkflowJob
  readonly asked: Asked
}

/** Nothing where all is granted. */
function judgeJob(facts: Facts, caller: FoundCaller, { job, asked }: Judged): Row[] {
  const declared = job.permissions ?? caller.file.permissions
  if (declared === undefined && facts.permissions.is === 'unknown') {
    return [
      permissions.unknown(
        `the job "${job.id}" declares no permissions, and the repository's default is for administrators to see`,
        `write them into ${caller.path}:\n${permissionsYaml(asked)}`,
      ),
    ]
  }
  const granted =
    declared ?? byDefault(facts.permissions.is === 'known' ? facts.permissions.byDefault : 'read')
  const missing = Object.entries(lacking(asked, granted))
  if (missing.length === 0) return []
  const list = missing.map(([name, level]) => `${name}: ${level}`).join(', ')
  const consequence =
    caller.use.is === 'call'
      ? 'GitHub ends such a run as startup_failure before any job has begun'
      : 'its action would be refused ("Resource not accessible by integration")'
  return [
    permissions.problem(
      `the job "${job.id}" does not grant ${list}: ${consequence}`,
      `write into ${caller.path}:\n    ${job.id}:\n${permissionsYaml(asked)}`,
    ),
  ]
}

function isDeclared({ file }: FoundCaller, job: WorkflowJob): boolean {
  return (job.permissions ?? file.permissions) !== undefined
}
