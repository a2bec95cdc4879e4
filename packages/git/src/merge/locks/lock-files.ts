/** Files that a tool writes from others: what two branches made of them, only that tool can put together. */
export function isLockFile(path: string): boolean {
  return locks.has(nameOf(path)) || isLockSet(path)
}

/** Each line stands for itself, and one too many does no harm. */
export function isLockSet(path: string): boolean {
  return sets.has(nameOf(path))
}

function nameOf(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1)
}

const sets: ReadonlySet<string> = new Set(['go.sum', 'go.work.sum'])

const locks: ReadonlySet<string> = new Set([
  'package-lock.json',
  'npm-shrinkwrap.json',
  'pnpm-lock.yaml',
  'yarn.lock',
  'bun.lock',
  'bun.lockb',
  'deno.lock',
  'Cargo.lock',
  'poetry.lock',
  'uv.lock',
  'pdm.lock',
  'pixi.lock',
  'Pipfile.lock',
  'Gemfile.lock',
  'gems.locked',
  'composer.lock',
  'flake.lock',
  'mix.lock',
  'rebar.lock',
  'pubspec.lock',
  'Podfile.lock',
  'Package.resolved',
  'gradle.lockfile',
  'buildscript-gradle.lockfile',
  'packages.lock.json',
  'paket.lock',
  'conan.lock',
  'Chart.lock',
  '.terraform.lock.hcl',
  'MODULE.bazel.lock',
])
