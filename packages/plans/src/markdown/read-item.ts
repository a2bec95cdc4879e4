import type { Problem } from '@wavefront/errors'
import type { Attributes } from './attribute-value.ts'
import { joinAttributes, readAttributes } from './attributes.ts'
import type { Item } from './outline.ts'

/** A box whose attributes are taken off its lines. */
export interface ReadItem {
  readonly item: Item
  /** The box's own line; it may still begin with its id. */
  readonly text: string
  /** The lines that its paragraph goes on with. */
  readonly wrapped: readonly string[]
  readonly attributes: Attributes
  readonly source: string
  readonly problems: readonly Problem[]
}

export function readItem(item: Item, path: string): ReadItem {
  const source = `${path}:${item.box.at}`
  const first = readAttributes(item.box.text)
  const wrapped = item.wrapped.map(readAttributes)
  const lines = [first, ...wrapped]
  return {
    item,
    text: first.text,
    wrapped: wrapped.map(({ text }) => text).filter((text) => text !== ''),
    attributes: joinAttributes(lines.map(({ attributes }) => attributes)),
    source,
    problems: lines.flatMap(({ faults }) => faults.map((fault) => ({ ...fault, where: source }))),
  }
}
