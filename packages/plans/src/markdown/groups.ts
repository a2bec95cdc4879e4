import type { Heading } from './lines.ts'
import type { Item, Section } from './outline.ts'

/** The boxes under one heading of the level at which OpenSpec groups its tasks. */
export interface Group {
  /** The number that its heading gives. */
  readonly number?: string
  readonly title: string
  readonly at: number
  /** Text and deeper headings among the tasks: what all of them should know. */
  readonly prose: readonly string[]
  readonly items: readonly Item[]
}

/** The groups that have tasks, in order. Boxes before the first heading are a group, too. */
export function readGroups(sections: readonly Section[]): Group[] {
  const level = groupLevel(sections)
  const groups: Group[] = []
  let isInside = false
  for (const section of sections) {
    const depth = section.heading?.level ?? 0
    const last = groups.at(-1)
    if (depth > level && last && isInside) groups[groups.length - 1] = extend(last, section)
    else {
      groups.push(toGroup(section))
      isInside = depth >= level
    }
  }
  return groups.filter(({ items }) => items.length > 0)
}

/** The highest level, below the title, that has numbered headings; else OpenSpec's own. */
function groupLevel(sections: readonly Section[]): number {
  const levels = sections.flatMap(({ heading }) =>
    heading && heading.level > 1 && numberOf(heading) !== undefined ? [heading.level] : [],
  )
  return levels.length > 0 ? levels.reduce((a, b) => Math.min(a, b)) : 2
}

/** `1. Database` → `1`. A heading such as "2024 in review" has no number. */
function numberOf({ text }: Heading): string | undefined {
  return /^(\d{1,6})[.):](?:[ \t]|$)/.exec(text)?.[1]
}

function toGroup({ heading, items, prose }: Section): Group {
  const number = heading && numberOf(heading)
  return {
    ...(number === undefined ? {} : { number }),
    title: heading?.text.replace(/^\d{1,6}[.):][ \t]*/, '') ?? '',
    at: heading?.at ?? items[0]?.box.at ?? 1,
    prose: heading ? prose : [],
    items,
  }
}

function extend(group: Group, { heading, items, prose }: Section): Group {
  return {
    ...group,
    prose: [...group.prose, ...(heading ? [heading.raw.trim()] : []), ...prose],
    items: [...group.items, ...items],
  }
}
