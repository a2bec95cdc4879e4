import type { Facts } from './facts.ts'
import { type Row, rowsAbout } from './row.ts'

const store = rowsAbout('Task store')
const epics = rowsAbout('Epics')

export function judgeStore(facts: Facts): Row[] {
  const { store: found, page, base } = facts
  switch (found.is) {
    case 'unknown':
      return [store.unknown(`it could not be read: ${found.why}`, `${page}/tree/${base}/.beads`)]
    case 'wrong':
      return found.problems.map(({ what, where, fix }) =>
        store.problem(`${where ? `${where}: ` : ''}${what}`, fix),
      )
    case 'missing':
      return [
        store.problem(
          `neither ${found.branches.join(' nor ')} has a file .beads/issues.jsonl`,
          `begin one with \`bd init\`, or commit a .beads/issues.jsonl to ${base}`,
        ),
      ]
    case 'dolt':
      return judgeDolt(facts, found)
    case 'jsonl':
      return [store.ok(`${found.at}, with ${count(found.tasks)}`), judgeEpics(found.tasks)]
  }
}

function count({ length }: readonly unknown[]): string {
  return length === 1 ? '1 issue' : `${length} issues`
}

type Dolt = Extract<Facts['store'], { is: 'dolt' }>

function judgeDolt({ settings, base }: Facts, { says }: Dolt): Row[] {
  const version = settings.is === 'known' ? settings.config.bdVersion : undefined
  return [
    ...(says
      ? []
      : [
          store.problem(
            `the configuration says \`store: bd\`, but .beads/metadata.json on ${base} tells of no Dolt database`,
            'commit what `bd init` wrote into .beads/, or remove `store: bd`',
          ),
        ]),
    ...(version === undefined || opensDolt(version)
      ? []
      : [
          store.problem(
            `bd_version is ${version}, which opens no Dolt database`,
            "write the version that the project uses, 0.63 to 1.x: bd_version: '1.3.0'",
          ),
        ]),
    store.unknown(
      `the tasks are in a Dolt database, which bd${version ? ` ${version}` : ''} reads from refs/dolt/data`,
      'whether they were pushed: git ls-remote origin refs/dolt/data (if nothing: bd dolt push); and whether nobody uses a newer bd: bd version',
    ),
  ]
}

function opensDolt(version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major === 1 || (major === 0 && minor >= 63)
}

function judgeEpics(tasks: Extract<Facts['store'], { is: 'jsonl' }>['tasks']): Row {
  const referring = tasks
    .filter(({ kind }) => kind === 'epic')
    .flatMap(({ externalRef = '' }) => {
      const [, number] = /^(?:gh-|\S*#|\S+\/issues\/)(\d+)$/i.exec(externalRef) ?? []
      return number === undefined ? [] : [`#${number}`]
    })
  if (referring.length === 0) {
    return epics.ok(
      'none stands for an issue (type epic, external_ref "gh-7"): each wave takes from all tasks',
    )
  }
  const shown = [...new Set(referring)].slice(0, 10).join(', ')
  return epics.ok(`for ${shown}${referring.length > 10 ? ', …' : ''}`)
}
