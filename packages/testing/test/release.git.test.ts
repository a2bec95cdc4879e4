import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { hermeticEnv } from '@wavefront/testing'

const release = resolve('scripts/release.mjs')
const current = versionIn('package.json')
/** Newer than whatever this repository is at. */
const next = `${Number(current.split('.')[0]) + 1}.2.0`
const major = `v${next.split('.')[0]}`
const who = ['-c', 'user.name=Release', '-c', 'user.email=release@example.com']
/** The rest would only take time. */
const whatAReleaseTouches = [
  '/*.json',
  '/*.md',
  '/LICENSE',
  '/dist/cli/',
  '/packages/*/package.json',
]

let dir: string
let clone: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wavefront-release-test-'))
  clone = join(dir, 'clone')
  git(dir, 'clone', '--quiet', '--bare', resolve('.'), 'origin.git')
  git(dir, 'clone', '--quiet', '--no-checkout', 'origin.git', 'clone')
  git(clone, 'sparse-checkout', 'set', '--no-cone', ...whatAReleaseTouches)
  git(clone, 'checkout', '--quiet')
  setChangelog('## Unreleased\n\n### Added\n\n- Flying.\n\n## 0.0.1 - 2001-01-01\n\n- Walking.\n')
})

afterEach(() => {
  rmSync(dir, { recursive: true, force: true })
})

describe('a rehearsal', () => {
  test('does everything up to the network, and leaves nothing behind', () => {
    const { status, stdout } = run(next, '--dry-run', '--no-build', '--date=2030-01-02')
    expect(status).toBe(0)
    expect(stdout).toContain(`package-lock.json: ${next}\nCHANGELOG.md: ${next}\n`)
    expect(stdout).toContain('### Added\n\n- Flying.\n')
    expect(stdout).not.toContain('Walking')
    expect(stdout).toContain(`+ wavefront-cli@${next}\n`)
    expect(stdout).toMatch(new RegExp(`tag v${next} on \\w{40}\ntag ${major} on \\w{40}\n$`))
    expect(git(clone, 'status', '--porcelain')).toBe('')
    expect(git(clone, 'ls-remote', '--tags', 'origin', `v${next}`)).toBe('')
  })
})

describe('preparing', () => {
  test('writes the version into every package.json, the lock file and the CHANGELOG', () => {
    expect(run(next, '--no-build', '--date=2030-01-02').status).toBe(0)
    expect(git(clone, 'diff', '--stat', '--', ':!package-lock.json', ':!*package.json')).toContain(
      '1 file changed',
    )
    expect(versionIn(join(clone, 'packages/beads/package.json'))).toBe(next)
    const lock = readFileSync(join(clone, 'package-lock.json'), 'utf8')
    expect(JSON.parse(lock).packages['packages/beads'].version).toBe(next)
    expect(readFileSync(join(clone, 'CHANGELOG.md'), 'utf8')).toBe(
      `## Unreleased\n\n## ${next} - 2030-01-02\n\n### Added\n\n- Flying.\n\n## 0.0.1 - 2001-01-01\n\n- Walking.\n`,
    )
    expect(run('check', next, '--no-build').stdout).toBe(`This is ${next}.\n`)
    expect(run('notes', next).stdout).toBe('### Added\n\n- Flying.\n')
    // Only what changes is in the diff: npm would write the lock file as we do.
    const lines = git(clone, 'diff', '--numstat', '--', 'package-lock.json').split('\t')
    expect(lines[0]).toBe(lines[1])
  })

  test.each([
    ['no version', ['v1.2'], '"v1.2" is no version: write three numbers, 1.2.3'],
    ['an older one', ['0.0.9'], `0.0.9 is not newer than ${current}`],
    ['the same', [current], `${current} is not newer than ${current}`],
  ])('refuses %s', (_, args, message) => {
    expect(run(...args)).toMatchObject({ status: 1, stderr: `${message}\n` })
  })

  test('refuses when nothing is new, and when something is not committed', () => {
    setChangelog('## Unreleased\n\n## 0.0.1 - 2001-01-01\n\n- Walking.\n')
    expect(run(next).stderr).toContain('nothing under "## Unreleased"')
    writeFileSync(join(clone, 'README.md'), 'changed')
    expect(run(next).stderr).toContain('uncommitted changes')
  })
})

describe('checking', () => {
  test('names what is of another version, and how to make it so', () => {
    const { status, stderr } = run('check', next)
    expect(status).toBe(1)
    expect(stderr).toContain(`  packages/beads/package.json: ${current}\n`)
    expect(stderr).toContain(`node scripts/release.mjs ${next}`)
  })

  test('asks the bundle, and looks at the branch', () => {
    run(next, '--no-build')
    expect(run('check', next).stderr).toContain(`the CLI's bundle says it is ${current}`)
    const env = { GITHUB_REF: 'refs/heads/elsewhere' }
    expect(runWith(env, 'check', next, '--no-build').stderr).toBe(
      'releases are made of main, not of refs/heads/elsewhere\n',
    )
  })
})

describe('tagging', () => {
  test('makes both tags, annotated; again it has nothing to do; the next release moves the major tag', () => {
    const one = prepared(next)
    expect(run('tag', next, '--dry-run').stdout).toBe(
      `tag v${next} on ${one}\ntag ${major} on ${one}\n`,
    )
    expect(remoteTags()).toEqual({})
    expect(run('tag', next).status).toBe(0)
    expect(remoteTags()).toEqual({ [major]: one, [`v${next}`]: one })
    expect(run('tag', next).stdout).toBe('The tags are there already.\n')

    const later = next.replace('.2.0', '.10.0')
    const two = prepared(later)
    expect(run('tag', later).stdout).toBe(
      `tag v${later} on ${two}\ntag ${major} on ${two}, moved\n`,
    )
    expect(remoteTags()).toEqual({ [major]: two, [`v${next}`]: one, [`v${later}`]: two })
  })

  test('does not move the major tag back for a release of an older line', () => {
    const newer = next.replace('.2.0', '.10.0')
    const head = git(clone, 'rev-parse', 'HEAD')
    for (const name of [`v${newer}`, major])
      git(clone, 'push', '--quiet', 'origin', `HEAD:refs/tags/${name}`)
    const fix = prepared(next)
    expect(run('tag', next).stdout).toContain(`${major} stays`)
    expect(remoteTags()).toEqual({ [major]: head, [`v${newer}`]: head, [`v${next}`]: fix })
  })

  test('refuses a version that is another commit', () => {
    git(clone, 'push', '--quiet', 'origin', `HEAD:refs/tags/v${next}`)
    prepared(next)
    expect(run('tag', next)).toMatchObject({
      status: 1,
      stderr: `v${next} is another commit already: release a newer version\n`,
    })
  })
})

test('what npm publishes has the bundle, its licences and nothing of the workspace', () => {
  expect(run('pack', join(dir, 'npm')).status).toBe(0)
  const manifest = JSON.parse(readFileSync(join(dir, 'npm', 'package.json'), 'utf8'))
  expect(manifest).toMatchObject({ name: 'wavefront-cli', bin: { wavefront: 'dist/cli/index.js' } })
  expect(Object.keys(manifest)).not.toEqual(expect.arrayContaining(['private']))
  expect(manifest.dependencies).toBeUndefined()
  const args = [join(dir, 'npm', 'dist/cli/index.js'), '--version']
  expect(spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout).toBe(`${current}\n`)
})

/** The commit that a person would have merged. */
function prepared(version: string): string {
  const { status, stderr } = run(version, '--no-build')
  if (status !== 0) throw new Error(stderr)
  git(clone, ...who, 'commit', '--quiet', '-am', `Release ${version}`)
  setChangelog(
    readFileSync(join(clone, 'CHANGELOG.md'), 'utf8').replace(
      '## Unreleased\n',
      '## Unreleased\n\n- More.\n',
    ),
  )
  return git(clone, 'rev-parse', 'HEAD')
}

function setChangelog(text: string): void {
  writeFileSync(join(clone, 'CHANGELOG.md'), text)
  git(clone, ...who, 'commit', '--quiet', '-am', 'What is new')
}

function remoteTags(): Record<string, string> {
  const mine = new RegExp(`^(\\w+)\trefs/tags/(${major}[\\d.]*)(\\^\\{\\})?$`)
  const tags: Record<string, string> = {}
  for (const line of git(clone, 'ls-remote', '--tags', 'origin').split('\n')) {
    const [, commit = '', name = ''] = mine.exec(line) ?? []
    if (name !== '') tags[name] = commit
  }
  return tags
}

function run(...args: readonly string[]) {
  return runWith({}, ...args)
}

function runWith(env: Record<string, string>, ...args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [release, ...args], {
    cwd: clone,
    encoding: 'utf8',
    env: {
      PATH: process.env.PATH,
      HOME: dir,
      ...hermeticEnv,
      GIT_COMMITTER_NAME: 'Release',
      GIT_COMMITTER_EMAIL: 'release@example.com',
      // Nobody answers there.
      npm_config_registry: 'http://127.0.0.1:1',
      ...env,
    },
  })
  return { status, stdout, stderr }
}

function git(cwd: string, ...args: readonly string[]): string {
  const env = { PATH: process.env.PATH, HOME: dir, ...hermeticEnv }
  const { status, stdout, stderr } = spawnSync('git', args, { cwd, encoding: 'utf8', env })
  if (status !== 0) throw new Error(`git ${args.join(' ')}: ${stderr}`)
  return stdout.trim()
}

function versionIn(path: string): string {
  return (JSON.parse(readFileSync(path, 'utf8')) as { version: string }).version
}
