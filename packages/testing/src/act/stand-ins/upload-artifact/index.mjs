import { cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { input, place, refuseOtherInputs, run, setOutput } from '../shared/toolkit.mjs'

const inputs = ['name', 'path', 'if-no-files-found', 'retention-days', 'overwrite']
const forbidden = /["\\/:*?<>|\r\n]/

await run(() => {
  refuseOtherInputs(inputs)
  const name = input('name')
  const path = input('path')
  if (forbidden.test(name)) throw new Error(`The artifact name is not valid: ${name}`)
  if (/[*?\n]/.test(path)) throw new Error(`the stand-in takes one path without patterns: ${path}`)
  if (path === '') throw new Error('Input required and not supplied: path')
  const source = resolve(process.env.GITHUB_WORKSPACE ?? '', path)
  if (isNothing(source)) {
    const text = `No files were found with the provided path: ${path}. No artifacts will be uploaded.`
    if (input('if-no-files-found') === 'error') throw new Error(text)
    return console.log(`::warning::${text}`)
  }
  const { artifacts } = place()
  const target = join(artifacts, name)
  const draft = join(artifacts, `.${name}.${process.pid}`)
  if (input('overwrite') === 'true') rmSync(target, { recursive: true, force: true })
  if (existsSync(target))
    throw new Error(
      'Failed to CreateArtifact: Received non-retryable error: Failed request: (409) Conflict: an artifact with this name already exists on the workflow run',
    )
  mkdirSync(draft, { recursive: true })
  const isFolder = statSync(source).isDirectory()
  cpSync(source, isFolder ? draft : join(draft, basename(source)), {
    recursive: true,
    // As the real one since 4.4, unless it is told otherwise.
    filter: (path) => path === source || !basename(path).startsWith('.'),
  })
  mkdirSync(dirname(target), { recursive: true })
  renameSync(draft, target)
  const { GITHUB_SERVER_URL, GITHUB_REPOSITORY, GITHUB_RUN_ID } = process.env
  const id = String(readdirSync(artifacts).length)
  setOutput('artifact-id', id)
  setOutput(
    'artifact-url',
    `${GITHUB_SERVER_URL}/${GITHUB_REPOSITORY}/actions/runs/${GITHUB_RUN_ID}/artifacts/${id}`,
  )
  console.log(`Artifact ${name} has been uploaded`)
})

/** @param {string} source */
function isNothing(source) {
  return !existsSync(source) || (statSync(source).isDirectory() && readdirSync(source).length === 0)
}
