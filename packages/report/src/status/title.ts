import { cleanLine } from '../escape/clean.ts'
import type { StatusReport } from '../status-report.ts'

const most = 200

/** What GitHub would make a mention or a reference of, also where a squashed commit takes the title over. */
const seams = /@(?=\w)|#(?=\d)|\bgh-(?=\d)|:(?=\/\/)/gi

/** `🤖 Implement Issue #7: Rate limits`. A title is no Markdown: it is taken apart by a space of no width. */
export function pullRequestTitle({ issue, branch }: StatusReport, issueNumber?: number): string {
  const number = issueNumber ?? issue?.number
  if (number === undefined) return cut(`🤖 Implement ${plain(branch)}`)
  const title = plain(issue?.title ?? '')
  return cut(`🤖 Implement Issue #${number}${title === '' ? '' : `: ${title}`}`)
}

function plain(text: string): string {
  return cleanLine(text.slice(0, 2000)).replace(seams, '$&\u200b')
}

/** Counted as the longer of both ways to count, and never through the middle of a character. */
function cut(title: string): string {
  if (title.length <= most) return title
  let kept = ''
  for (const sign of title) {
    if (kept.length + sign.length >= most) break
    kept += sign
  }
  return `${kept.replace(/[\s\u200b-\u200d]+$/u, '')}…`
}
