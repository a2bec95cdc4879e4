import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** What npm publishes: the CLI's bundle, which needs no other package. @param {string} root @param {string} target */
export function pack(root, target) {
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  for (const file of ['README.md', 'LICENSE']) cpSync(join(root, file), join(target, file))
  cpSync(join(root, 'dist', 'cli'), join(target, 'dist', 'cli'), { recursive: true })
  const manifest = JSON.stringify(manifestOf(root), null, 2)
  writeFileSync(join(target, 'package.json'), `${manifest}\n`)
}

/** npm's provenance compares `repository` with the one that the workflow ran in. @param {string} root */
function manifestOf(root) {
  const { version, license, engines } = read(join(root, 'package.json'))
  const { description } = read(join(root, 'packages', 'cli', 'package.json'))
  const { GITHUB_REPOSITORY: repository = 'wavefront-actions/wavefront' } = process.env
  const url = `https://github.com/${repository}`
  return {
    name: 'wavefront-cli',
    version,
    description,
    license,
    homepage: `${url}#readme`,
    bugs: `${url}/issues`,
    repository: { type: 'git', url: `git+${url}.git` },
    type: 'module',
    bin: { wavefront: 'dist/cli/index.js' },
    files: ['dist'],
    engines,
  }
}

/** @param {string} path */
function read(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}
