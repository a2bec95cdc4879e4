/**
 * What GitHub takes of a comment's or a pull request's text, in characters. We count an emoji as two,
 * which is safe, however GitHub counts it.
 */
export const longestBody = 65_536

const note = '_Cut here: GitHub takes no more of a text._'

/**
 * A text that GitHub takes: cut at the end of a line, after a whole table or block of code where that
 * costs at most half of what fits. What is still open is closed, and a note says that it was cut.
 */
export function fitBody(body: string, limit = longestBody): string {
  if (body.length <= limit) return body
  const places = placesToCut(body, limit)
  const last = places.at(-1)
  if (last === undefined) return note.length <= limit ? note : ''
  const whole = places.findLast(({ isWhole }) => isWhole)
  const { kept, tail } = whole && whole.length * 2 >= last.length ? whole : last
  return [...body.split('\n').slice(0, kept), ...tail].join('\n')
}

interface Place {
  /** So many lines stay. */
  readonly kept: number
  readonly length: number
  /** What closes the text here. */
  readonly tail: readonly string[]
  /** Neither a table nor a block of code is cut in two. */
  readonly isWhole: boolean
}

function placesToCut(body: string, limit: number): Place[] {
  const lines = body.split('\n')
  const places: Place[] = []
  const open = nothingOpen()
  let length = 0
  for (const [index, line] of lines.entries()) {
    length += line.length + 1
    if (length > limit) break
    follow(open, line)
    if (open.isComment || open.isTag) continue
    const tail = [...closing(open), '', note]
    const isWhole =
      !open.fence && !open.tags.some(isTableTag) && !(isRow(line) && isRow(lines[index + 1]))
    if (length + tail.join('\n').length > limit) continue
    places.push({ kept: index + 1, length, tail, isWhole })
  }
  return places
}

interface Open {
  fence: Fence | undefined
  isComment: boolean
  /** In the middle of a tag that goes on in the next line. */
  isTag: boolean
  readonly tags: string[]
}

interface Fence {
  readonly mark: string
  /** What stands before it of quotes and lists that it is in, without the bullets. */
  readonly indent: string
}

function nothingOpen(): Open {
  return { fence: undefined, isComment: false, isTag: false, tags: [] }
}

const fences = /^((?:\s|>|[-*+]\s|\d+[.)]\s)*)(`{3,}|~{3,})(.*)$/

function follow(open: Open, line: string): void {
  if (open.fence && hasLeft(open.fence, line)) open.fence = undefined
  const [, prefix = '', mark = '', info = ''] = fences.exec(line) ?? []
  if (open.fence) {
    if (mark.startsWith(open.fence.mark) && info.trim() === '') open.fence = undefined
  } else if (!open.isComment && mark !== '' && !(mark.startsWith('`') && info.includes('`'))) {
    open.fence = { mark, indent: prefix.replace(/[^\s>]/g, ' ') }
  } else {
    followTags(open, line.replace(/(`+)[^`]+\1(?!`)/g, ''))
  }
}

/** A block of code ends with the quote that it is in. */
function hasLeft({ indent }: Fence, line: string): boolean {
  return indent.includes('>') && !/^\s*>/.test(line)
}

const marks =
  /<!--|-->|<(\/?)(details|summary|table|thead|tbody|tr|td|th|pre|div|blockquote|ul|ol|li)\b(>?)/gi

function followTags(open: Open, line: string): void {
  for (const [mark, slash, tag = ''] of line.matchAll(marks)) {
    if (mark === '<!--') open.isComment = true
    else if (mark === '-->') open.isComment = false
    else if (!open.isComment && slash === '') open.tags.push(tag.toLowerCase())
    else if (!open.isComment) close(open.tags, tag.toLowerCase())
  }
  const goesOn = open.isTag && !line.includes('>')
  open.isTag = !open.isComment && (goesOn || /<\/?[a-z][^<>]*$/i.test(line))
}

function close(tags: string[], tag: string): void {
  const index = tags.lastIndexOf(tag)
  if (index >= 0) tags.splice(index)
}

function closing({ fence, tags }: Open): string[] {
  const ends = tags.toReversed().map((tag) => `</${tag}>`)
  return [...(fence ? [fence.indent + fence.mark] : []), ...(ends.length > 0 ? ['', ...ends] : [])]
}

function isTableTag(tag: string): boolean {
  return /^(table|thead|tbody|tr|td|th|summary|pre)$/.test(tag)
}

function isRow(line = ''): boolean {
  return /^[\s>]*\|/.test(line)
}
