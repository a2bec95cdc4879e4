/**
 * Fills the tables of inputs and outputs in `actions/<name>/README.md` from `action.yml`.
 * `--check` only compares. The repository's root can be given as the last argument.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'

/**
 * @typedef {{ description?: string, required?: boolean, default?: unknown }} Entry
 * @typedef {{ inputs?: Record<string, Entry>, outputs?: Record<string, Entry> }} Action
 */

const args = process.argv.slice(2)
const isCheck = args.includes('--check')
const given = args.find((arg) => !arg.startsWith('--'))
const root = given ? resolve(given) : fileURLToPath(new URL('..', import.meta.url))

const stale = actionsIn(root).filter((name) => refresh(name))
if (isCheck && stale.length > 0) {
  for (const name of stale) console.error(`actions/${name}/README.md is not what action.yml makes.`)
  console.error('fix: npm run readmes')
  process.exitCode = 1
}

/** @param {string} folder */
function actionsIn(folder) {
  return readdirSync(join(folder, 'actions'))
    .filter((name) => existsSync(join(folder, 'actions', name, 'action.yml')))
    .sort()
}

/** Whether it differed. @param {string} name */
function refresh(name) {
  const path = join(root, 'actions', name, 'README.md')
  const before = readFileSync(path, 'utf8')
  /** @type {Action} */
  const action = parse(readFileSync(join(root, 'actions', name, 'action.yml'), 'utf8'))
  let text = before
  text = fill(text, { path, section: 'inputs', table: inputTable(action.inputs ?? {}) })
  text = fill(text, { path, section: 'outputs', table: outputTable(action.outputs ?? {}) })
  if (text !== before && !isCheck) writeFileSync(path, text)
  return text !== before
}

/** @param {string} text @param {{ path: string, section: string, table: string }} part */
function fill(text, { path, section, table }) {
  const start = `<!-- generated:${section} -->`
  const end = '<!-- /generated -->'
  const from = text.indexOf(start)
  const to = text.indexOf(end, from)
  if (from === -1 || to === -1) {
    throw new Error(
      `${path} lacks the lines "${start}" and "${end}" around its table of ${section}`,
    )
  }
  return `${text.slice(0, from + start.length)}\n${table}\n${text.slice(to)}`
}

/** @param {Record<string, Entry>} inputs */
function inputTable(inputs) {
  const rows = Object.entries(inputs).map(([name, { description, required, default: value }]) => {
    const otherwise = value === undefined ? (required ? 'required' : '') : `\`${cell(value)}\``
    return `| \`${name}\` | ${cell(description)} | ${otherwise} |`
  })
  return ['| input | what it is | default |', '|---|---|---|', ...rows].join('\n')
}

/** @param {Record<string, Entry>} outputs */
function outputTable(outputs) {
  const rows = Object.entries(outputs).map(
    ([name, { description }]) => `| \`${name}\` | ${cell(description)} |`,
  )
  return ['| output | what it is |', '|---|---|', ...rows].join('\n')
}

/** @param {unknown} text */
function cell(text) {
  return String(text ?? '')
    .trim()
    .replace(/\s+/g, ' ')
    .replaceAll('|', '\\|')
}
