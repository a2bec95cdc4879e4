import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import { type Document, isMap, isScalar, isSeq, LineCounter, parseDocument, visit } from 'yaml'

/** What a file says, and where each part of it stands. */
export interface YamlFile {
  /** `undefined` when nothing but comments is in it. */
  readonly value: unknown
  /** `.github/wavefront.yml:7`, for the value at these keys or the nearest one above it. */
  where(keys: readonly PropertyKey[]): string
}

const maxLength = 100_000

export function readYaml(path: string, text: string): Parsed<YamlFile> {
  if (text.length > maxLength) {
    const what = `the file has ${text.length} characters`
    return refused([{ what, where: path, fix: `keep it below ${maxLength}` }])
  }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const at = (offset: number) => `${path}:${lines.linePos(offset).line}`
  const faults = [...syntaxProblems(document, at), ...aliasProblems(document, at)]
  if (faults.length > 0) return refused(faults)
  return parsed({
    value: document.toJS() ?? undefined,
    where: (keys) => at(nearestOffset(document, keys)),
  })
}

function syntaxProblems(document: Document, at: (offset: number) => string): Problem[] {
  return [...document.errors, ...document.warnings].map(({ code, message, pos }) => ({
    what: `the file is no YAML that can be read: ${firstSentence(message)}`,
    where: at(pos[0]),
    fix: remedies[code] ?? 'indent with spaces, and write each setting as "key: value"',
  }))
}

/** What the parser names, in words that say what to write. */
const remedies: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: 'keep one of the two lines',
  MULTIPLE_DOCS: 'remove the "---" line and keep one document',
  TAB_AS_INDENT: 'indent with spaces',
  TAG_RESOLVE_FAILED: 'remove the "!…" before the value, or quote a value that begins with "!"',
  BAD_INDENT: 'close the bracket, or indent what belongs to the key above it',
  MISSING_CHAR: 'close the bracket or the quote; quote a text that has ": " or "#" in it',
}

/** Nothing in so small a file is worth an alias, and a few of them can stand for gigabytes. */
function aliasProblems(document: Document, at: (offset: number) => string): Problem[] {
  const problems: Problem[] = []
  visit(document, {
    Alias(_, alias) {
      problems.push({
        what: `an alias (*${alias.source})`,
        where: at(alias.range?.[0] ?? 0),
        fix: 'write the value itself; a text that begins with * stands in quotes',
      })
    },
  })
  return problems
}

/** What follows is advice to programmers. */
function firstSentence(message: string): string {
  return message.split(/[;\n]/, 1)[0] ?? message
}

function nearestOffset(document: Document, keys: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = document.contents?.range?.[0] ?? 0
  for (const key of keys) {
    const step = stepInto(node, key)
    if (step === undefined) return offset
    offset = step.offset ?? offset
    node = step.node
  }
  return offset
}

/** A key is where its name stands: its value may begin lines below. */
function stepInto(node: unknown, key: PropertyKey): { node: unknown; offset?: number } | undefined {
  if (isSeq(node)) {
    const item = node.items[Number(key)]
    return { node: item, ...offsetOf(item) }
  }
  if (!isMap(node)) return undefined
  const pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === key)
  return pair && { node: pair.value, ...offsetOf(pair.key) }
}

function offsetOf(node: unknown): { offset?: number } {
  const range: unknown = Reflect.get(Object(node), 'range')
  const first: unknown = Array.isArray(range) ? range[0] : undefined
  return typeof first === 'number' ? { offset: first } : {}
}
