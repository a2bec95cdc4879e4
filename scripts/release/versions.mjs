import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** @param {string} text */
export function isVersion(text) {
  return /^(0|[1-9]\d*)\.(0|[1-9]\d*)\.(0|[1-9]\d*)$/.test(text)
}

/** @param {string} one @param {string} other */
export function isNewer(one, other) {
  const [ours, theirs] = [one, other].map((version) => version.split('.').map(Number))
  for (const place of [0, 1, 2]) {
    const step = (ours?.[place] ?? 0) - (theirs?.[place] ?? 0)
    if (step !== 0) return step > 0
  }
  return false
}

/** The version in each file that has one. @param {string} root */
export function readVersions(root) {
  /** @type {Record<string, string>} */
  const versions = {}
  for (const file of [...manifests(root), 'package-lock.json']) {
    versions[file] = JSON.parse(readFileSync(join(root, file), 'utf8')).version
  }
  return versions
}

/** The files it wrote. @param {string} root @param {string} version */
export function writeVersions(root, version) {
  for (const file of manifests(root)) {
    const text = readFileSync(join(root, file), 'utf8')
    writeFileSync(join(root, file), text.replace(/^( {2}"version": )"[^"]*"/m, `$1"${version}"`))
  }
  writeLock(join(root, 'package-lock.json'), version)
  return [...manifests(root), 'package-lock.json']
}

/** npm keeps the versions of the workspaces in the lock file too. @param {string} path @param {string} version */
function writeLock(path, version) {
  const lock = JSON.parse(readFileSync(path, 'utf8'))
  lock.version = version
  for (const [place, entry] of Object.entries(lock.packages)) {
    if (place === '' || place.startsWith('packages/')) entry.version = version
  }
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`)
}

/** @param {string} root */
function manifests(root) {
  const packages = readdirSync(join(root, 'packages')).sort()
  return ['package.json', ...packages.map((name) => `packages/${name}/package.json`)]
}
