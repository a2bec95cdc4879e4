import type { Task, TaskBrief, TaskId } from '@wavefront/tasks'
import type { IdReader } from '../ids.ts'
import { joinTexts, toBrief, toTitle } from '../texts.ts'
import { dedent } from './outline.ts'
import type { ReadItem } from './read-item.ts'

/** A box as a task, once its id and what is left of its line are known. */
export interface LabelledItem {
  readonly id: string
  /** The box's line without its id. */
  readonly label: string
  readonly read: ReadItem
}

export function toTask({ id, label, read }: LabelledItem, ids: IdReader, parent?: TaskId): Task {
  const { depends, files, priority, minutes } = read.attributes
  return {
    id: ids.read(id, read.source),
    kind: 'task',
    state: read.item.box.ticked ? 'closed' : 'open',
    priority: priority ?? 2,
    dependencies: [...new Set(depends)].map((on) => ({
      on: ids.read(on, read.source),
      until: 'closed',
    })),
    ...(parent === undefined ? {} : { parent }),
    files,
    ...(minutes === undefined ? {} : { minutes }),
    ...inWords(read, label),
    source: read.source,
  }
}

/**
 * The title is the box's line, and the description what its paragraph goes on with and what
 * follows, up to the first box. From there on it is the steps. Of a title that was cut, the
 * description has all.
 */
function inWords({ wrapped, item }: ReadItem, label: string): { title: string; brief: TaskBrief } {
  const { title, whole } = toTitle(label)
  const paragraph = [...(whole === undefined ? [] : [whole]), ...wrapped].join(' ')
  const firstStep = item.below.findIndex((line) => line.is === 'box')
  const split = firstStep < 0 ? item.below.length : firstStep
  const brief = toBrief({
    description: joinTexts(paragraph, dedent(item.below.slice(0, split))),
    details: dedent(item.below.slice(split)),
  })
  return { title, brief }
}
