import { fitBody, longestBody } from '../fit-body.ts'

/** The first line of our comment. */
export const issueMarker = '<!-- wavefront:issue -->'

export function markedBody(body: string): string {
  return `${issueMarker}\n${fitBody(body, longestBody - issueMarker.length - 1)}`
}

export function isMarked(body: string): boolean {
  return body.split(/\r?\n/, 1)[0]?.trimEnd() === issueMarker
}

/** Somebody who edits a text in the browser gives it the line ends of forms. */
export function isSameText(one: string, other: string): boolean {
  return one.replace(/\r\n/g, '\n') === other.replace(/\r\n/g, '\n')
}
