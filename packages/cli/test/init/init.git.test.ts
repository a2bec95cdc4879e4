import { existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseConfig } from '@wavefront/config'
import { type Files, type GitWorld, gitWorld } from '@wavefront/testing'
import { wavefrontHere } from '../in-process.ts'

const workflow = '.github/workflows/wavefront.yml'
const config = '.github/wavefront.yml'

let world: GitWorld
afterEach(() => world.remove())

function checkout(files: Files = {}) {
  world = gitWorld({ files: { 'go.mod': 'module x\n', ...files } })
  return (...args: readonly string[]) => wavefrontHere(world.dir, 'init', ...args)
}

const read = (path: string) => readFileSync(join(world.dir, path), 'utf8')

describe('wavefront init', () => {
  test('writes the workflow and a configuration with the checks that it found', async () => {
    const { code, stdout } = await checkout()()
    expect(code).toBe(0)
    expect(read(workflow)).toBe(readFileSync('examples/wavefront.yml', 'utf8'))
    expect(parseConfig(read(config))).toMatchObject({
      ok: true,
      value: {
        agent: 'opencode run',
        setup: 'npm install --global opencode-ai',
        checks: 'set -e\n(\ngo build ./...\n)\n(\ngo test ./...\n)',
      },
    })
    expect(stdout).toContain(`${workflow}: written\n${config}: written\n`)
    expect(stdout).toContain('gh secret set ANTHROPIC_API_KEY')
    expect(stdout).toContain('Settings → Actions → General')
  })

  test('works from below the root, and knows the pages of the repository', async () => {
    checkout({ 'deep/file.txt': '' })
    world.git('remote', 'add', 'origin', 'git@github.com:octo/demo.git')
    const { code, stdout } = await wavefrontHere(join(world.dir, 'deep'), 'init')
    expect(code).toBe(0)
    expect(existsSync(join(world.dir, workflow))).toBe(true)
    expect(stdout).toContain('https://github.com/octo/demo/settings/actions')
  })

  test('takes the agent and the checks that are typed', async () => {
    const { code } = await checkout()('--agent', 'codex exec -', '--checks', 'make\nmake check')
    expect(code).toBe(0)
    expect(parseConfig(read(config))).toMatchObject({
      ok: true,
      value: {
        agent: 'codex exec -',
        setup: 'npm install --global @openai/codex',
        checks: 'set -e\nmake\nmake check',
      },
    })
    expect(read(workflow)).toContain('OPENAI_API_KEY=${'.concat('{ secrets.OPENAI_API_KEY }}'))
  })

  test('says in the file what to write where it found nothing', async () => {
    world = gitWorld({ files: { 'README.md': 'x' } })
    const { code } = await wavefrontHere(world.dir, 'init', '--agent', './agent')
    expect(code).toBe(0)
    expect(read(config)).toContain('# setup: npm ci')
    expect(read(config)).toContain('checks: npm test')
    expect(parseConfig(read(config))).toMatchObject({ ok: true, value: { agent: './agent' } })
  })

  test('--dry-run shows both and writes nothing', async () => {
    const { code, stdout } = await checkout()('--dry-run')
    expect(code).toBe(0)
    expect(stdout).toContain(`${workflow}: would be written\n  # Works`)
    expect(stdout).toContain('    - go build ./... # go.mod')
    expect(existsSync(join(world.dir, '.github'))).toBe(false)
  })

  test('changes nothing the second time', async () => {
    const init = checkout()
    await init()
    const { code, stdout } = await init()
    expect(code).toBe(0)
    expect(stdout).toContain(`${config}: is there already, just like this`)
  })

  test('leaves what differs, shows it, and overwrites it only with --force', async () => {
    const init = checkout({ [config]: 'agent: my\u001b[2J agent\n' })
    const first = await init()
    expect(first.code).toBe(1)
    expect(first.stdout).toContain(`${workflow}: written`)
    expect(first.stdout).toContain(`${config}: is there already, and differs`)
    expect(first.stdout).toContain('- agent: my agent')
    expect(first.stdout).toContain('+ agent: opencode run')
    expect(read(config)).toBe('agent: my\u001b[2J agent\n')
    expect((await init('--force')).code).toBe(0)
    expect(parseConfig(read(config))).toMatchObject({ ok: true, value: { agent: 'opencode run' } })
  })

  test('takes the example for Dolt where bd keeps one', async () => {
    expect((await checkout({ '.beads/metadata.json': '{"backend": "dolt"}' })()).code).toBe(0)
    expect(read(workflow)).toBe(readFileSync('examples/dolt.yml', 'utf8'))
  })

  test.each<[string, readonly string[], string]>([
    ['an expression', ['--agent', `x \${{ y }}`], 'nothing here is evaluated'],
    ['an agent of two lines', ['--agent', 'x\ny'], 'write a command line'],
    ['no checks', ['--checks', ' '], '--agent or --checks: "checks'],
    ['an unknown example', ['--example', 'other'], 'Allowed choices are default'],
  ])('refuses %s, and writes nothing', async (_, args, said) => {
    const { code, stderr } = await quietly(() => checkout()(...args))
    expect(code).toBe(2)
    expect(stderr).toContain(said)
    expect(existsSync(join(world.dir, '.github'))).toBe(false)
  })

  test.each([
    ['.github leads somewhere else', '.github'],
    ['the file does', config],
  ])('refuses where %s', async (_, path) => {
    const init = checkout()
    mkdirSync(join(world.dir, path, '..'), { recursive: true })
    symlinkSync(join(tmpdir(), 'nowhere-at-all'), join(world.dir, path))
    const { code, stderr } = await init('--force')
    expect(code).toBe(2)
    expect(stderr).toContain(`${path}: it is no plain`)
    expect(existsSync(join(tmpdir(), 'nowhere-at-all'))).toBe(false)
  })
})

/** What commander writes goes to the stream itself. */
async function quietly<T extends { stderr: string }>(work: () => Promise<T>): Promise<T> {
  const { write } = process.stderr
  let said = ''
  process.stderr.write = (text: string | Uint8Array) => {
    said += String(text)
    return true
  }
  try {
    const ended = await work()
    return { ...ended, stderr: said + ended.stderr }
  } finally {
    process.stderr.write = write
  }
}
