import { randomUUID } from 'node:crypto'
import { appendFileSync, readFileSync } from 'node:fs'

/** As much of an action's toolkit as the stand-ins need: they must start fast. */

/** @param {string} name */
export function input(name) {
  return (process.env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '').trim()
}

/** Inputs that a stand-in does not know would silently do nothing. @param {readonly string[]} known */
export function refuseOtherInputs(known) {
  const names = known.map((name) => `INPUT_${name.toUpperCase()}`)
  for (const [name, value] of Object.entries(process.env))
    if (name.startsWith('INPUT_') && value !== '' && !names.includes(name))
      throw new Error(`the stand-in knows no input ${name.slice('INPUT_'.length).toLowerCase()}`)
}

/** @param {string} name @param {string} value */
export function setOutput(name, value) {
  append('GITHUB_OUTPUT', name, value)
}

/** @param {string} name @param {string} value */
export function saveState(name, value) {
  append('GITHUB_STATE', name, value)
}

/** @param {string} file @param {string} name @param {string} value */
function append(file, name, value) {
  const end = `end_${randomUUID()}`
  appendFileSync(process.env[file] ?? '', `${name}<<${end}\n${value}\n${end}\n`)
}

/**
 * What the harness has written down for the stand-ins of one run.
 * @returns {{ artifacts: string, outputs: string, holds: string, secrets: string, app?: { id: string, key: string, token: string } }}
 */
export function place() {
  return JSON.parse(readFileSync(new URL('../place.json', import.meta.url), 'utf8'))
}

/** @param {() => void | Promise<void>} work */
export async function run(work) {
  try {
    await work()
  } catch (error) {
    console.log(`::error::${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
