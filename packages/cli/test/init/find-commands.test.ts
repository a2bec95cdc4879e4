import { parseConfig } from '@wavefront/config'
import { findCommands } from '../../src/init/find-commands.ts'
import type { Project } from '../../src/init/project.ts'
import { renderConfig } from '../../src/init/render-config.ts'

type Files = Readonly<Record<string, string>>

function project(files: Files): Project {
  return { has: (name) => name in files, text: (name) => files[name] ?? '' }
}

function scripts(...names: readonly string[]): string {
  return JSON.stringify({ scripts: Object.fromEntries(names.map((name) => [name, 'x'])) })
}

const cases: readonly (readonly [string, Files, readonly string[], readonly string[]])[] = [
  ['nothing', { 'README.md': '' }, [], []],
  [
    'npm with a lock file',
    { 'package.json': scripts('test', 'build', 'lint', 'start'), 'package-lock.json': '' },
    ['npm ci'],
    ['npm run lint', 'npm run build', 'npm test'],
  ],
  ['npm without', { 'package.json': scripts('typecheck') }, ['npm install'], ['npm run typecheck']],
  [
    'pnpm',
    { 'package.json': scripts('check-types', 'test'), 'pnpm-lock.yaml': '' },
    ['corepack enable', 'pnpm install --frozen-lockfile'],
    ['pnpm run check-types', 'pnpm test'],
  ],
  [
    'yarn 1',
    { 'package.json': scripts('test'), 'yarn.lock': '' },
    ['yarn install --frozen-lockfile'],
    ['yarn run test'],
  ],
  [
    'a newer yarn',
    { 'package.json': scripts('test'), 'yarn.lock': '', '.yarnrc.yml': '' },
    ['corepack enable', 'yarn install --immutable'],
    ['yarn run test'],
  ],
  [
    'bun, whose own test command is another thing',
    { 'package.json': scripts('test'), 'bun.lock': '' },
    ['npm install --global bun', 'bun install --frozen-lockfile'],
    ['bun run test'],
  ],
  [
    'a declared package manager, before there is a lock file',
    { 'package.json': '{"packageManager":"pnpm@9.1.0","scripts":{"test":"x"}}' },
    ['corepack enable', 'pnpm install --frozen-lockfile'],
    ['pnpm test'],
  ],
  [
    'what npm init writes is no test',
    { 'package.json': '{"scripts":{"test":"echo \\"Error: no test specified\\" && exit 1"}}' },
    ['npm install'],
    [],
  ],
  ['a package.json that is none', { 'package.json': '[oops' }, ['npm install'], []],
  [
    'a package manager with the name of a property',
    { 'package.json': '{"packageManager":"constructor@1","scripts":[1]}' },
    ['npm install'],
    [],
  ],
  ['Go', { 'go.mod': 'module x' }, [], ['go build ./...', 'go test ./...']],
  ['Cargo', { 'Cargo.toml': '[package]' }, [], ['cargo build', 'cargo test']],
  [
    'a Cargo workspace',
    { 'Cargo.toml': '[workspace]\nmembers = []' },
    [],
    ['cargo build --workspace', 'cargo test --workspace'],
  ],
  [
    'uv',
    { 'pyproject.toml': '[dependency-groups]\ndev = ["pytest"]', 'uv.lock': '' },
    ['pipx install uv', 'uv sync --locked'],
    ['uv run pytest'],
  ],
  [
    'poetry',
    { 'pyproject.toml': '[tool.poetry]', 'poetry.lock': '', tests: '' },
    ['pipx install poetry', 'poetry install --no-interaction'],
    ['poetry run pytest'],
  ],
  [
    'plain requirements',
    { 'requirements.txt': 'flask\npytest==8' },
    [
      'python3 -m venv "$HOME/.wavefront-venv"',
      '"$HOME/.wavefront-venv"/bin/python -m pip install pytest -r requirements.txt',
    ],
    ['"$HOME/.wavefront-venv"/bin/python -m pytest'],
  ],
  ['a Makefile', { Makefile: 'build:\n\ttrue\ntest: build\n\ttrue\n' }, [], ['make test']],
  ['a Makefile that only sets test', { Makefile: 'test := 1\ntest:=2\n' }, [], []],
  [
    'a Makefile beside something better',
    { Makefile: 'test:\n', 'go.mod': '' },
    [],
    ['go build ./...', 'go test ./...'],
  ],
  [
    'two languages',
    { 'go.mod': '', 'package.json': scripts('lint'), 'package-lock.json': '' },
    ['npm ci'],
    ['npm run lint', 'go build ./...', 'go test ./...'],
  ],
]

describe('setup and checks, by the files of a project', () => {
  test.each(cases)('%s', (_, files, setup, checks) => {
    const found = findCommands(project(files))
    expect(found.setup.map(({ line }) => line)).toEqual(setup)
    expect(found.checks.map(({ line }) => line)).toEqual(checks)
  })

  test.each(cases)('%s: as a configuration that means it', (_, files, setup, checks) => {
    const text = renderConfig({
      ...findCommands(project(files)),
      ...{ agent: 'my "agent" #1: run', known: undefined },
    })
    const config = parseConfig(text)
    if (!config.ok) throw new Error(JSON.stringify(config.problems))
    expect(config.value.agent).toBe('my "agent" #1: run')
    expect(linesOf(config.value.setup)).toEqual(setup)
    expect(linesOf(config.value.checks)).toEqual(checks)
  })
})

/** Several commands arrive joined as subshells. */
function linesOf(script = ''): string[] {
  return script.split('\n').filter((line) => !/^(set -e|\(|\))?$/.test(line))
}
