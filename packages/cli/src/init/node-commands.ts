import { z } from 'zod'
import { type Found, type FoundCommands, nothingFound, type Project } from './project.ts'

/** The scripts of a package.json that prove something, run by the package manager of its lock file. */
export function findNodeCommands(project: Project): FoundCommands {
  if (!project.has('package.json')) return nothingFound
  const { scripts, packageManager } = parsePackage(project.text('package.json'))
  const { setup, run, because } = managerOf(project, packageManager)
  const checks = proving
    .map((names) => names.find((name) => isScript(name, scripts[name])))
    .flatMap((name) => (name === undefined ? [] : [name]))
  return {
    setup: setup.map((line) => ({ line, because })),
    checks: checks.map((name): Found => ({ line: run(name), because: 'package.json' })),
  }
}

/** Quick ones first. Of those that mean the same, the first that is there. */
const proving = [
  ['lint'],
  ['typecheck', 'type-check', 'check-types', 'types', 'tsc'],
  ['build'],
  ['test'],
] as const

function isScript(name: string, line: string | undefined): boolean {
  if (line === undefined) return false
  // What `npm init` writes.
  return !(name === 'test' && line.includes('no test specified'))
}

const packageJson = z.object({
  scripts: z.record(z.string(), z.string()).catch({}),
  packageManager: z.string().catch(''),
})

function parsePackage(text: string): z.infer<typeof packageJson> {
  try {
    return packageJson.parse(JSON.parse(text))
  } catch {
    return { scripts: {}, packageManager: '' }
  }
}

interface Manager {
  readonly setup: readonly string[]
  run(script: string): string
  readonly because: string
}

type MakeManager = (project: Project, declared: string) => Omit<Manager, 'because'>

const plainRun = (program: string) => (script: string) =>
  script === 'test' ? `${program} test` : `${program} run ${script}`

const managers: Readonly<Record<string, MakeManager>> = {
  pnpm: () => ({
    setup: ['corepack enable', 'pnpm install --frozen-lockfile'],
    run: plainRun('pnpm'),
  }),
  yarn: (project, declared) =>
    isModernYarn(project, declared)
      ? {
          setup: ['corepack enable', 'yarn install --immutable'],
          run: (name) => `yarn run ${name}`,
        }
      : { setup: ['yarn install --frozen-lockfile'], run: (name) => `yarn run ${name}` },
  // `bun test` is a test runner of its own.
  bun: () => ({
    setup: ['npm install --global bun', 'bun install --frozen-lockfile'],
    run: (name) => `bun run ${name}`,
  }),
  npm: (project) => ({
    setup: [
      locks.some(([lock, by]) => by === 'npm' && project.has(lock)) ? 'npm ci' : 'npm install',
    ],
    run: plainRun('npm'),
  }),
}

const locks = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
  ['npm-shrinkwrap.json', 'npm'],
] as const

/** The lock file decides; without one, what package.json declares. */
function managerOf(project: Project, declared: string): Manager {
  const [lock, byLock] = locks.find(([name]) => project.has(name)) ?? []
  const [byName = ''] = declared.split('@', 1)
  const name = byLock ?? (Object.hasOwn(managers, byName) ? byName : 'npm')
  const make = managers[name] ?? managers.npm
  if (make === undefined) throw new Error(`no package manager "${name}"`)
  return { ...make(project, declared), because: lock ?? 'package.json' }
}

function isModernYarn(project: Project, declared: string): boolean {
  return project.has('.yarnrc.yml') || /^yarn@(?!1\.)/.test(declared)
}
