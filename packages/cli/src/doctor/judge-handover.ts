import { suggest } from '@wavefront/errors'
import type { FoundCaller } from './facts.ts'
import { type Row, rowsAbout } from './row.ts'

const inputs = rowsAbout('Inputs')
/** What the wave before gives. Whether these are declared is judged on its own. */
const dispatched = ['issue_number', 'branch']

/** What is typed, or dispatched, must arrive in the called workflow under names that it knows. */
export function judgeHandover({ file, use, called, path }: FoundCaller): Row[] {
  const declared = [...(file.dispatch?.inputs ?? []), ...(file.call?.inputs ?? [])]
  const undeclared = file.used.inputs.filter(
    (name) => !declared.includes(name) && !dispatched.includes(name),
  )
  const rows = undeclared
    .filter(() => file.dispatch !== undefined)
    .map((name) =>
      inputs.problem(
        `${path} uses inputs.${name}${suggest(name, declared)}, which it does not declare: it is always empty`,
        `declare "${name}" under workflow_dispatch, or remove it`,
      ),
    )
  if (use.is !== 'call') return rows
  const given = use.job.with ?? {}
  const foreign = Object.keys(given).filter((name) => !called.inputs.includes(name))
  const unknown = foreign.map((name) =>
    inputs.problem(
      `the job "${use.job.id}" gives "${name}"${suggest(name, called.inputs)}, which the called workflow does not have: GitHub refuses the file`,
      `write one of ${called.inputs.join(', ')}`,
    ),
  )
  const lost = dispatched.filter((name) => !given[name]?.includes(`inputs.${name}`))
  const notHandedOver = lost.map((name) =>
    inputs.problem(
      `the job "${use.job.id}" does not hand ${name} over, so the next wave would not know it`,
      `write it below its \`with:\`\n    with:\n      ${name}: \${{ inputs.${name} }}`,
    ),
  )
  const all = [...rows, ...unknown, ...notHandedOver]
  return all.length > 0 ? all : [inputs.ok('what is typed arrives in the called workflow')]
}
