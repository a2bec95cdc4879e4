import { nameOfRequirement, normalize } from './python.ts'

/** What a line of TOML says: enough for names, and a file that is broken elsewhere can still be read. */
type TomlLine =
  | { readonly is: 'head'; readonly table: string }
  | { readonly is: 'entry'; readonly table: string; readonly key: string }
  /** A line of a list, or a list of one line. */
  | {
      readonly is: 'items'
      readonly table: string
      readonly key: string
      readonly items: readonly string[]
    }
  | { readonly is: 'other'; readonly table: string }

function readLines(text: string): TomlLine[] {
  let table = ''
  let list: string | undefined
  return text.split('\n').map((raw) => {
    const line = raw.trim()
    const [, head] = list === undefined ? (tableHead.exec(line) ?? []) : []
    if (head !== undefined) {
      table = head.replace(/["'\s]/g, '')
      return { is: 'head', table }
    }
    const [, name, value = ''] = list === undefined ? (entry.exec(line) ?? []) : []
    const key = list ?? name
    if (key === undefined) return { is: 'other', table }
    if (list === undefined && !value.startsWith('[')) return { is: 'entry', table, key }
    const inside = list === undefined ? value : line
    list = endsList(inside) ? undefined : key
    return { is: 'items', table, key, items: quoted(inside) }
  })
}

const tableHead = /^\[\[?([^[\]]+)\]\]?\s*(?:#.*)?$/
const entry = /^["']?([\w@/.-]+)["']?\s*=\s*(.*)$/
const text = /"([^"]*)"|'([^']*)'/g

function endsList(line: string): boolean {
  return line.replace(text, '').replace(/#.*/, '').includes(']')
}

function quoted(line: string): string[] {
  if (line.startsWith('#')) return []
  const texts = [...line.replace(/\{[^}]*\}/g, '').matchAll(text)]
  return texts.map(([, double, single]) => double ?? single ?? '')
}

export function listPyproject(manifest: string): string[] {
  return readLines(manifest).flatMap((line) => {
    if (line.is === 'items' && hasRequirements(line.table, line.key)) {
      return line.items.flatMap(nameOfRequirement)
    }
    const isPoetry = /^tool\.poetry\.(?:.+\.)?(?:dev-)?dependencies$/.test(line.table)
    return isPoetry && line.is === 'entry' && line.key !== 'python' ? [normalize(line.key)] : []
  })
}

function hasRequirements(table: string, key: string): boolean {
  if (table === 'project') return key === 'dependencies'
  if (table === 'build-system') return key === 'requires'
  if (table === 'tool.uv') return key === 'dev-dependencies'
  return table === 'project.optional-dependencies' || table === 'dependency-groups'
}

/** `[dependencies]` with a line each, of any target, and tables like `[dev-dependencies.serde]`. */
export function listCargo(manifest: string): string[] {
  return readLines(manifest).flatMap((line) => {
    const [, ofTable] = /(?:^|[.-])dependencies\.([^.]+)$/.exec(line.table) ?? []
    if (ofTable !== undefined) return line.is === 'head' ? [ofTable] : []
    const isEntry = line.is === 'entry' && /(?:^|[.-])dependencies$/.test(line.table)
    return isEntry ? [line.key.split('.')[0] ?? line.key] : []
  })
}

/** Gradle's `libs.versions.toml`. */
export function listVersionCatalog(manifest: string): string[] {
  return readLines(manifest).flatMap((line) =>
    line.is === 'entry' && line.table === 'libraries' ? [line.key] : [],
  )
}
