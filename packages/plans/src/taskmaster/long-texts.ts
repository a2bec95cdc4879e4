import { joinTexts } from '../texts.ts'

/** Where TaskMaster's users keep longer texts: `docs/task-<id>/` beside the folder of the plan. */
export function longTextsFolder(planPath: string): string | undefined {
  const path = planPath.replaceAll('\\', '/')
  return path.endsWith('.taskmaster/tasks/tasks.json')
    ? path.replace(/tasks\/tasks\.json$/, 'docs')
    : undefined
}

/** What the files beside the plan add to a task. */
export interface LongTexts {
  readonly details: string
  readonly acceptance: string
}

type Texts = ReadonlyMap<string, string>

/**
 * The files of a task lie in a folder `task-<id>`, or are named `task-<id>.md` or `.txt`. They become
 * details, and `acceptance-criteria.md` acceptance; other kinds of file (`task.xml`) say it all again.
 */
export function longTextsById(texts: Texts): ReadonlyMap<string, LongTexts> {
  const byId = new Map<string, LongTexts>()
  const seen = new Set<string>()
  for (const [path, text] of [...texts].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const id = ownerOf(path)
    const content = text.trim()
    if (id === undefined || content === '' || seen.has(`${id} ${content}`)) continue
    seen.add(`${id} ${content}`)
    const before = byId.get(id) ?? { details: '', acceptance: '' }
    const part = /acceptance[^/]*$/i.test(path) ? 'acceptance' : 'details'
    byId.set(id, { ...before, [part]: joinTexts(before[part], content) })
  }
  return byId
}

function ownerOf(path: string): string | undefined {
  if (!/\.(md|txt)$/i.test(path)) return undefined
  return /(?:^|\/)task-([^/]+?)(?:\/|\.(?:md|txt)$)/i.exec(path.replaceAll('\\', '/'))?.[1]
}
