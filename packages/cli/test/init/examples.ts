import { readdirSync, readFileSync } from 'node:fs'

const folder = new URL('../../../../examples/', import.meta.url)

export const embeddedPath = new URL('../../src/init/examples.json', import.meta.url)

/** What `wavefront init` carries with it: every example by its name, the usual one as `default`. */
export function examplesText(): string {
  const files = readdirSync(folder).filter((name) => name.endsWith('.yml'))
  const named = files
    .sort()
    .map((name) => [nameOf(name), readFileSync(new URL(name, folder), 'utf8')])
  return `${JSON.stringify(Object.fromEntries(named), null, 2)}\n`
}

function nameOf(file: string): string {
  return file === 'wavefront.yml' ? 'default' : file.replace(/\.yml$/, '')
}
