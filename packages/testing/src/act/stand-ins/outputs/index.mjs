import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { input, place, run, setOutput } from '../shared/toolkit.mjs'

await run(() => {
  const { outputs, secrets } = place()
  const masked = existsSync(secrets) ? secretsIn(readFileSync(secrets, 'utf8')) : []
  /** @type {string[]} */
  const names = JSON.parse(input('names'))
  const values = names.map((name, at) => {
    const value = process.env[`INPUT_VALUE_${at}`] ?? ''
    if (!masked.some((secret) => value.includes(secret))) return [name, value]
    console.log(`::warning::Skip output '${name}' since it may contain secret.`)
    return [name, '']
  })
  for (const [name = '', value = ''] of values) setOutput(name, value)
  mkdirSync(outputs, { recursive: true })
  writeFileSync(join(outputs, `${input('job')}.json`), JSON.stringify(Object.fromEntries(values)))
})

/** One JSON text a line. @param {string} text @returns {readonly string[]} */
function secretsIn(text) {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line))
}
