import { type Parsed, parsed, refused } from '@wavefront/errors'

declare const brand: unique symbol

/** An id that is safe as a part of a branch name, a path and an argument. */
export type TaskId = string & { readonly [brand]: 'TaskId' }

const safe = /^[A-Za-z0-9][A-Za-z0-9._-]{0,127}$/

export function isTaskId(text: string): text is TaskId {
  return safe.test(text) && !text.includes('..') && !text.endsWith('.') && !text.endsWith('.lock')
}

export function parseTaskId(text: string): Parsed<TaskId> {
  if (isTaskId(text)) return parsed(text)
  return refused([
    {
      what: `task id ${quote(text)} is not safe as a branch name`,
      fix: 'use 1 to 128 letters, digits, ".", "_" and "-", beginning with a letter or digit, without ".." and not ending in "." or ".lock"',
    },
  ])
}

/** An id that is known to be good, in our own code and tests. */
export function taskId(text: string): TaskId {
  if (isTaskId(text)) return text
  throw new TypeError(`not a task id: ${quote(text)}`)
}

function quote(text: string): string {
  const shown = text.length > 60 ? `${text.slice(0, 60)}… (${text.length} characters)` : text
  return JSON.stringify(shown)
}
