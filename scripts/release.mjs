/**
 * Releases, in the folder that it is started in.
 *
 *   release.mjs <version>            writes the version, the CHANGELOG's section and the bundles, to be committed
 *   release.mjs <version> --dry-run  rehearses all of it in a throwaway clone, up to the network
 *   release.mjs check <version>      is this checkout that release?
 *   release.mjs notes <version>      its section of the CHANGELOG
 *   release.mjs pack <folder>        the folder that npm publishes
 *   release.mjs tag <version>        the tags, pushed; with --dry-run only said
 *
 * It needs no dependency, so that a job that can write runs no code but this.
 */
import { spawnSync } from 'node:child_process'
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { renameUnreleased, sectionOf } from './release/changelog.mjs'
import { pack } from './release/pack.mjs'
import { planTags, pushTags, readTags, renderTags } from './release/tags.mjs'
import { isNewer, isVersion, readVersions, writeVersions } from './release/versions.mjs'

/** Something that the person who releases must change. */
class Refusal extends Error {}

const flags = process.argv.slice(2).filter((arg) => arg.startsWith('--'))
const [first = '', second = ''] = process.argv.slice(2).filter((arg) => !arg.startsWith('--'))
const isDryRun = flags.includes('--dry-run')
const isWithoutBuild = flags.includes('--no-build')
const root = process.cwd()

try {
  main()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(error.message)
  process.exitCode = 1
}

function main() {
  if (first === 'check') return check(root, second)
  if (first === 'notes') return console.log(notes(root, second))
  if (first === 'pack') return pack(root, resolve(second || 'npm'))
  if (first === 'tag') return tag(second)
  return isDryRun ? rehearse(first) : prepare(root, first)
}

/** @param {string} folder @param {string} version */
function prepare(folder, version) {
  const [current = '0.0.0'] = new Set(Object.values(readVersions(folder)))
  refuseUnless(isVersion(version), `"${version}" is no version: write three numbers, 1.2.3`)
  refuseUnless(isNewer(version, current), `${version} is not newer than ${current}`)
  const isClean = git(folder, ['status', '--porcelain']) === ''
  refuseUnless(isClean, 'there are uncommitted changes: commit or stash them first')
  const changelog = join(folder, 'CHANGELOG.md')
  const renamed = renameUnreleased(readFileSync(changelog, 'utf8'), version, today())
  refuseUnless(renamed, 'CHANGELOG.md has nothing under "## Unreleased": say what is new')
  writeFileSync(changelog, String(renamed))
  for (const file of writeVersions(folder, version)) console.log(`${file}: ${version}`)
  console.log(`CHANGELOG.md: ${version}`)
  // The CLI's bundle holds the version.
  if (!isWithoutBuild) run(folder, process.execPath, ['scripts/build.mjs'])
  console.log(`Commit this as "Release ${version}", merge it, and run the workflow "Release".`)
}

/** @param {string} folder @param {string} version */
function check(folder, version) {
  checkFiles(folder, version)
  const said = isWithoutBuild ? version : run(folder, process.execPath, ['dist/cli/index.js', '-V'])
  refuseUnless(said === version, `the CLI's bundle says it is ${said}: npm run build`)
  console.log(`This is ${version}.`)
}

/** @param {string} folder @param {string} version */
function checkFiles(folder, version) {
  const others = Object.entries(readVersions(folder)).filter(([, other]) => other !== version)
  const list = others.map(([file, other]) => `  ${file}: ${other}`).join('\n')
  refuseUnless(others.length === 0, `these are not ${version}:\n${list}\n${howTo(version)}`)
  notes(folder, version)
  const { GITHUB_REF: ref = 'refs/heads/main' } = process.env
  refuseUnless(ref === 'refs/heads/main', `releases are made of main, not of ${ref}`)
}

/** @param {string} folder @param {string} version */
function notes(folder, version) {
  const section = sectionOf(readFileSync(join(folder, 'CHANGELOG.md'), 'utf8'), version)
  refuseUnless(section, `CHANGELOG.md has no section "## ${version}". ${howTo(version)}`)
  return section
}

/** @param {string} version */
function tag(version) {
  checkFiles(root, version)
  const plan = planTags(version, git(root, ['rev-parse', 'HEAD']), readTags(root))
  refuseUnless(
    plan.is !== 'taken',
    `v${version} is another commit already: release a newer version`,
  )
  console.log(renderTags(plan))
  if (!isDryRun && plan.is === 'to push') pushTags(root, plan)
}

/** @param {string} version */
function rehearse(version) {
  const scratch = mkdtempSync(join(tmpdir(), 'wavefront-release-'))
  try {
    const clone = join(scratch, 'clone')
    run(scratch, 'git', ['clone', '--quiet', root, clone])
    if (existsSync('node_modules')) lendModules(clone)
    prepare(clone, version)
    check(clone, version)
    console.log(`\n${notes(clone, version)}\n`)
    pack(clone, join(scratch, 'npm'))
    console.log(run(join(scratch, 'npm'), 'npm', ['publish', '--dry-run', '--access', 'public']))
    console.log(renderTags(planTags(version, git(clone, ['rev-parse', 'HEAD']), readTags(root))))
  } finally {
    rmSync(scratch, { recursive: true, force: true })
  }
}

/** For the build: what is installed here, but the clone's own packages. @param {string} clone */
function lendModules(clone) {
  const modules = join(clone, 'node_modules')
  mkdirSync(join(modules, '@wavefront'), { recursive: true })
  for (const name of readdirSync('node_modules')) {
    if (name !== '@wavefront') symlinkSync(resolve('node_modules', name), join(modules, name))
  }
  for (const name of readdirSync(join(clone, 'packages'))) {
    symlinkSync(join(clone, 'packages', name), join(modules, '@wavefront', name))
  }
}

/** @param {string} version */
function howTo(version) {
  return `Make it so with \`node scripts/release.mjs ${version}\`.`
}

function today() {
  const given = flags.find((flag) => flag.startsWith('--date='))
  return given?.slice('--date='.length) ?? new Date().toISOString().slice(0, 10)
}

/** @param {string} cwd @param {string[]} args */
function git(cwd, args) {
  return run(cwd, 'git', args)
}

/** @param {string} cwd @param {string} command @param {string[]} args */
function run(cwd, command, args) {
  // A rehearsal works without a network: npm asks once and goes on.
  const env = { ...process.env, npm_config_fetch_retries: '0' }
  const { status, stdout, stderr } = spawnSync(command, args, { cwd, env, encoding: 'utf8' })
  if (status !== 0) throw new Refusal(`${command} ${args.join(' ')} failed:\n${stderr ?? ''}`)
  return stdout.trim()
}

/** @param {unknown} condition @param {string} message */
function refuseUnless(condition, message) {
  if (!condition) throw new Refusal(message)
}
