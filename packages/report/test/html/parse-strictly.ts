const void_ = new Set(['meta'])
const known =
  /^(html|head|meta|title|style|body|main|header|section|nav|h[1-4]|p|a|dl|dt|dd|div|span|code|pre|details|summary|table|thead|tbody|tr|th|td|svg|g|path|rect|text)$/
const attribute =
  /^(\s+(lang|charset|http-equiv|content|name|id|class|href|title|data-mark|aria-label|role|tabindex|width|height|viewBox|x|y|rx|d|font-size|text-anchor)="[^"<>`]*"|\s+open)*\s*\/?$/

/**
 * A parser that forgives nothing: every tag and attribute is one that we write, everything is
 * closed in order, and text holds no `<`. Gives back the page's structure without its text.
 */
export function parseStrictly(page: string): string[] {
  const open: string[] = []
  const structure: string[] = []
  const body = page.replace(/^<!doctype html>\n/, '')
  for (const part of body.split(/(?=<)/)) {
    const [, slash, name = '', rest = '', text = ''] =
      /^<(\/?)([a-z][a-z0-9]*)([^>]*)>([\s\S]*)$/.exec(part) ?? fail(part)
    if (!known.test(name)) fail(part)
    if (/[<>]/.test(name === 'style' ? '' : text)) fail(part)
    structure.push(`${slash}${name}`)
    if (slash === '/') {
      if (open.pop() !== name) fail(part)
      continue
    }
    if (!attribute.test(rest)) fail(part)
    if (!rest.endsWith('/') && !void_.has(name)) open.push(name)
  }
  if (open.length > 0) fail(open.join(' '))
  return structure
}

function fail(part: string): never {
  throw new Error(`not strict: ${JSON.stringify(part.slice(0, 200))}`)
}
