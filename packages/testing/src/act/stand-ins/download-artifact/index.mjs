import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { input, place, refuseOtherInputs, run, setOutput } from '../shared/toolkit.mjs'

await run(() => {
  refuseOtherInputs(['name', 'path', 'pattern', 'merge-multiple'])
  const target = resolve(process.env.GITHUB_WORKSPACE ?? '', input('path'))
  const { artifacts } = place()
  const name = input('name')
  setOutput('download-path', target)
  if (name !== '') {
    const source = join(artifacts, name)
    if (!existsSync(source))
      throw new Error(
        'Unable to download artifact(s): Artifact not found for name: ' +
          `${name}\nPlease ensure that your artifact is not expired and the artifact was uploaded`,
      )
    mkdirSync(target, { recursive: true })
    return cpSync(source, target, { recursive: true })
  }
  const found = existsSync(artifacts) ? readdirSync(artifacts).filter(isWanted).sort() : []
  mkdirSync(target, { recursive: true })
  for (const one of found) {
    // One that matches a pattern alone is unpacked flat, as the real action has done since its fifth version.
    const isMerged = input('merge-multiple') === 'true' || found.length === 1
    cpSync(join(artifacts, one), isMerged ? target : join(target, one), { recursive: true })
  }
  console.log(`Total of ${found.length} artifact(s) downloaded`)
})

/** Only `*` means anything. @param {string} name */
function isWanted(name) {
  if (name.startsWith('.')) return false
  const pattern = input('pattern') || '*'
  const parts = pattern.split('*').map((part) => part.replaceAll(/[.+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('.*')}$`).test(name)
}
