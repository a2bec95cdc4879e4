import { listGemfile, listGoMod, listGradle, listMaven } from './build-files.ts'
import { listPackageJson } from './package-json.ts'
import { listRequirements } from './python.ts'
import { listCargo, listPyproject, listVersionCatalog } from './toml.ts'

/** Does the file name what a project depends on? Only of these the texts are compared. */
export function isManifest(path: string): boolean {
  return readerOf(path) !== undefined
}

/** The names in a manifest, as often as they stand there; none where it cannot be read. */
export function listDependencies(path: string, text: string): readonly string[] {
  return readerOf(path)?.(text) ?? []
}

type Reader = (text: string) => readonly string[]

const readers: readonly (readonly [RegExp, Reader])[] = [
  [/^package\.json$/, listPackageJson],
  [/^pyproject\.toml$/, listPyproject],
  [/^requirements[\w.-]*\.(?:txt|in)$/, listRequirements],
  [/^go\.mod$/, listGoMod],
  [/^Cargo\.toml$/, listCargo],
  [/^(?:Gemfile|gems\.rb|[\w.-]+\.gemspec)$/, listGemfile],
  [/^pom\.xml$/, listMaven],
  [/^[\w.-]+\.gradle(?:\.kts)?$/, listGradle],
  [/^[\w-]+\.versions\.toml$/, listVersionCatalog],
]

function readerOf(path: string): Reader | undefined {
  const file = fileName(path)
  return readers.find(([pattern]) => pattern.test(file))?.[1]
}

/** A file that a package manager writes. */
export function isLockFile(path: string): boolean {
  const file = fileName(path)
  return lockFiles.has(file) || file.endsWith('.lock')
}

const lockFiles = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'bun.lockb',
  'go.sum',
  'go.work.sum',
  'gradle.lockfile',
  'packages.lock.json',
  'Package.resolved',
  '.terraform.lock.hcl',
])

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}
