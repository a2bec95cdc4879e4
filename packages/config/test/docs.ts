import { configJsonSchema, renderConfigTable } from '../src/index.ts'

const begin = '<!-- generated:config -->'
const end = '<!-- /generated:config -->'

export const pagePath = new URL('../../../docs/configuration.md', import.meta.url)
export const schemaPath = new URL('../../../docs/config.schema.json', import.meta.url)

/** The page as it ought to be. */
export function withTable(page: string): string {
  const [before, after] = [page.indexOf(begin), page.indexOf(end)]
  if (before < 0 || after < before) throw new Error(`docs/configuration.md has lost its ${begin}`)
  return `${page.slice(0, before)}${begin}\n${renderConfigTable()}\n${page.slice(after)}`
}

export function schemaText(): string {
  return `${JSON.stringify(configJsonSchema(), null, 2)}\n`
}
