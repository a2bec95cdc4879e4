import type { Dialect } from '../issues/dialect.ts'
import { joinDuplicates, updatedAt } from '../issues/duplicates.ts'
import type { Issue, IssueLine } from '../issues/issue.ts'

/** The lines of one id. A change is made to all of them, since readers differ in which one counts. */
export interface SameId {
  /** As we read them: one issue. */
  readonly issue: Issue
  readonly lines: readonly WritableLine[]
}

export interface WritableLine extends IssueLine {
  /** When a change to it is said to have been made. */
  readonly now: Date
}

export function groupById(
  lines: readonly IssueLine[],
  { dialect, now }: { readonly dialect: Dialect; readonly now: Date },
): Map<string, SameId> {
  const byId = new Map<string, IssueLine[]>()
  for (const line of lines) {
    const before = byId.get(line.issue.id)
    if (before) before.push(line)
    else byId.set(line.issue.id, [line])
  }
  const joined = joinDuplicates(lines, dialect)
  return new Map(
    joined.map(({ issue }) => {
      const same = byId.get(issue.id) ?? []
      return [issue.id, { issue, lines: inTheirOrder(same, now) }]
    }),
  )
}

/** The newest line counts, so lines that change together must stay as new and as old as each other. */
function inTheirOrder(lines: readonly IssueLine[], now: Date): WritableLine[] {
  const ages = [...new Set(lines.map(({ issue }) => updatedAt(issue)))].sort((a, b) => b - a)
  return lines.map((line) => {
    const place = ages.indexOf(updatedAt(line.issue))
    return { ...line, now: new Date(now.getTime() - place) }
  })
}
