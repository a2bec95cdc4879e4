import { type Found, type FoundCommands, nothingFound, type Project } from './project.ts'

/** With the tool whose lock file is there; else in an environment of its own, outside the checkout. */
export function findPythonCommands(project: Project): FoundCommands {
  const [file] = ['pyproject.toml', 'requirements.txt', 'setup.py'].filter(project.has)
  if (file === undefined) return nothingFound
  const { setup, run, because } = toolOf(project, file)
  const tests: Found[] = usesPytest(project) ? [{ line: `${run} pytest`, because }] : []
  return { setup: setup.map((line) => ({ line, because })), checks: tests }
}

interface Tool {
  readonly setup: readonly string[]
  /** What is written before the name of a program. */
  readonly run: string
  readonly because: string
}

function toolOf(project: Project, file: string): Tool {
  if (project.has('uv.lock')) {
    const setup = ['pipx install uv', 'uv sync --locked']
    return { setup, run: 'uv run', because: 'uv.lock' }
  }
  if (project.has('poetry.lock')) {
    const setup = ['pipx install poetry', 'poetry install --no-interaction']
    return { setup, run: 'poetry run', because: 'poetry.lock' }
  }
  const requirements = ['requirements.txt', 'requirements-dev.txt', 'dev-requirements.txt']
  const listed = requirements.filter(project.has).map((name) => `-r ${name}`)
  const wanted = [...listed, ...(file === 'requirements.txt' ? [] : ['-e .'])].join(' ')
  const setup = [`python3 -m venv ${home}`, `${home}/bin/python -m pip install pytest ${wanted}`]
  return { setup, run: `${home}/bin/python -m`, because: file }
}

/** A folder in the checkout would be part of the agents' work. */
const home = '"$HOME/.wavefront-venv"'

const telling = [
  'pyproject.toml',
  'setup.cfg',
  'tox.ini',
  'requirements.txt',
  'requirements-dev.txt',
]

function usesPytest(project: Project): boolean {
  if (['pytest.ini', 'conftest.py', 'tests'].some(project.has)) return true
  return telling.some((name) => /\bpytest\b/.test(project.text(name)))
}
