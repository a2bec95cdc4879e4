import { findNodeCommands } from './node-commands.ts'
import { type FoundCommands, nothingFound, type Project } from './project.ts'
import { findPythonCommands } from './python-commands.ts'

/** How a project is set up and checked, as far as its files tell. A Makefile speaks where nothing else does. */
export function findCommands(project: Project): FoundCommands {
  const found = [findNodeCommands, findGoCommands, findCargoCommands, findPythonCommands].map(
    (find) => find(project),
  )
  const setup = found.flatMap((each) => each.setup)
  const checks = found.flatMap((each) => each.checks)
  return { setup, checks: checks.length > 0 ? checks : findMakeCommands(project).checks }
}

function findGoCommands(project: Project): FoundCommands {
  if (!project.has('go.mod')) return nothingFound
  const checks = ['go build ./...', 'go test ./...']
  return { setup: [], checks: checks.map((line) => ({ line, because: 'go.mod' })) }
}

function findCargoCommands(project: Project): FoundCommands {
  if (!project.has('Cargo.toml')) return nothingFound
  const scope = /^\[workspace\]/m.test(project.text('Cargo.toml')) ? ' --workspace' : ''
  const checks = [`cargo build${scope}`, `cargo test${scope}`]
  return { setup: [], checks: checks.map((line) => ({ line, because: 'Cargo.toml' })) }
}

function findMakeCommands(project: Project): FoundCommands {
  const file = ['GNUmakefile', 'makefile', 'Makefile'].find((name) => project.has(name))
  // `test :=` sets a variable.
  if (file === undefined || !/^test\s*::?(?!=)/m.test(project.text(file))) return nothingFound
  return { setup: [], checks: [{ line: 'make test', because: file }] }
}
