import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { describeEngine } from '@wavefront/testing'

const workflows = ['.github/workflows', 'examples'].flatMap((folder) =>
  readdirSync(folder)
    .filter((name) => name.endsWith('.yml'))
    .map((name) => `${folder}/${name}`),
)

describeEngine('actionlint-1.7.12', (actionlint) => {
  const lint = (args: readonly string[], input = '') => {
    const plain = ['-no-color', '-oneline', '-shellcheck=', '-pyflakes=']
    const { stdout } = spawnSync(actionlint, [...plain, ...args], { encoding: 'utf8', input })
    return stdout.split('\n').filter((line) => line !== '')
  }

  test('finds nothing in our workflows and in the examples', () => {
    expect(lint(workflows)).toEqual([])
  })

  test('finds what is wrong with a workflow', () => {
    const broken = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps: [{uses: $/a}]\n'
    expect(lint(['-'], broken)).toEqual([
      expect.stringContaining('specifying action "$/a" in invalid format'),
    ])
  })

  test('needs each exception in .github/actionlint.yaml', () => {
    const found = lint(['-config-file', '/dev/null', ...workflows])
    const kinds = found.map((line) =>
      line.replace(/^(\S+?):\d+:\d+: /, '$1 ').replace(/ \[.*$/, ''),
    )
    expect([...new Set(kinds.map((line) => line.replace(/"\$\/[^"]*"/, '"$/…"')))]).toEqual([
      '.github/workflows/wave.yml specifying action "$/…" in invalid format because ref is missing. available formats are "{owner}/{repo}@{ref}" or "{owner}/{repo}/{path}@{ref}"',
      '.github/workflows/wave.yml unexpected key "queue" for "concurrency" section. expected one of "cancel-in-progress", "group"',
    ])
  })
})

describeInstalled('zizmor', 'pipx install zizmor', () => {
  const audit = (args: readonly string[]) => {
    const plain = ['--offline', '--no-progress', '--format=json']
    const files = [...workflows, 'actions']
    const { stdout } = spawnSync('zizmor', [...plain, ...args, ...files], { encoding: 'utf8' })
    const findings = JSON.parse(stdout) as readonly { ident: string }[]
    return [...new Set(findings.map(({ ident }) => ident))].sort()
  }

  test('finds nothing in our workflows, the actions and the examples', () => {
    expect(audit(['--config=.github/zizmor.yml'])).toEqual([])
  })

  test('needs each exception in .github/zizmor.yml', () => {
    expect(audit(['--no-config'])).toEqual(['self-repository', 'unpinned-uses'])
  })
})

/** A tool that our engines' script cannot build. */
function describeInstalled(name: string, how: string, tests: () => void): void {
  const { status } = spawnSync(name, ['--version'], { stdio: 'ignore' })
  if (status === 0) describe(name, tests)
  else skip(`${name} (${name} is missing: ${how})`)
}

/** A suite needs a test to be skipped. */
function skip(title: string): void {
  // biome-ignore lint/suspicious/noSkippedTests: a machine without it can still run all other tests
  describe.skip(title, () => {
    test('is there', () => {
      throw new Error(title)
    })
  })
}
