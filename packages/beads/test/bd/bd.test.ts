import { chmodSync, mkdirSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openStore } from '@wavefront/beads'
import { UserError } from '@wavefront/errors'
import { taskId } from '@wavefront/tasks'

/** A bd that answers as a script says, in a repository with a Dolt store. */
function aFakeBd(script: string, version = '1.3.0') {
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-fake-bd-'))
  mkdirSync(join(dir, '.beads', 'embeddeddolt'), { recursive: true })
  writeFileSync(join(dir, '.beads', 'metadata.json'), '{"backend":"dolt"}')
  const bd = join(dir, 'bd')
  const lines = [
    '#!/bin/sh',
    `case "$1" in version) echo '{"version":"${version}"}'; exit;; esac`,
    script,
  ]
  writeFileSync(bd, lines.join('\n'))
  chmodSync(bd, 0o755)
  return { dir, bd }
}

describe('a bd that could not read is never a bd with nothing to do', () => {
  test.each([
    [
      'fails with an error object',
      `echo '{"error":"no beads database found"}'; exit 1`,
      'bd bootstrap',
    ],
    [
      'fails with words',
      'echo "Error: schema is newer than this bd" >&2; exit 1',
      'newer than this bd',
    ],
    ['fails silently', 'exit 3', 'exit code 3 and not a word'],
    ['prints no JSON', 'echo hello', 'not a JSON line'],
    ['never ends', 'exec sleep 30', 'did not end within 0.3 seconds'],
  ])('when it %s', async (_, script, message) => {
    const { store } = await openStore({ ...aFakeBd(script), timeoutMs: 300 })
    const failure = store.read()
    await expect(failure).rejects.toThrow(UserError)
    await expect(failure).rejects.toThrow(message)
  })
})

test('a close that bd only says it did is a failure', async () => {
  const script = `case "$1" in export) echo '{"id":"demo-1","status":"open"}';; *) echo '[{"id":"demo-1"}]';; esac`
  const { store } = await openStore(aFakeBd(script))
  const changes = { close: [{ id: taskId('demo-1'), reason: 'Landed' }], record: [] }
  await expect(store.apply(changes)).rejects.toThrow('"demo-1" was closed, but is not closed')
})

test('bd sees its own settings and no secrets', async () => {
  const fake = aFakeBd('env | cut -d= -f1 > seen; exit 1')
  const env = {
    PATH: process.env.PATH,
    GITHUB_TOKEN: 'secret',
    BEADS_ACTOR: 'me',
    GIT_DIR: '/elsewhere',
    GIT_CONFIG_KEY_0: 'http.extraheader',
  }
  const { store } = await openStore({ ...fake, env })
  await expect(store.read()).rejects.toThrow(UserError)
  const seen = readFileSync(join(fake.dir, 'seen'), 'utf8').trim().split('\n')
  const byShell = ['PWD', 'OLDPWD', 'SHLVL', '_']
  expect(seen.filter((name) => !byShell.includes(name)).sort()).toEqual([
    'BD_DISABLE_METRICS',
    'BD_JSON_ENVELOPE',
    'BD_NON_INTERACTIVE',
    'BEADS_ACTOR',
    'BEADS_NO_DAEMON',
    'GIT_CONFIG_KEY_0',
    'PATH',
  ])
})

test.each([
  ['0.43.9', 'it is older than 0.44'],
  ['0.55.4', '0.51 to 0.62'],
  ['2.0.0', 'newer than this Wavefront knows'],
  ['dev', 'its version is not known'],
  ['0.47.1', 'which bd 0.47.1 cannot read'],
])('bd %s is refused for a Dolt store', async (version, message) => {
  await expect(openStore(aFakeBd('', version))).rejects.toThrow(message)
})

test('a missing bd is named, with what to install', async () => {
  const { dir } = aFakeBd('')
  await expect(openStore({ dir, bd: join(dir, 'none') })).rejects.toThrow('install Beads 1.3')
})

describe('which store', () => {
  function aRepository(files: Readonly<Record<string, string>>): string {
    const dir = mkdtempSync(join(tmpdir(), 'wavefront-which-'))
    mkdirSync(join(dir, '.beads'))
    for (const [name, text] of Object.entries(files)) writeFileSync(join(dir, '.beads', name), text)
    return dir
  }

  test.each([
    ['a JSONL file', { 'issues.jsonl': '' }, '.beads/issues.jsonl'],
    ['one of an older name', { 'beads.jsonl': '' }, '.beads/beads.jsonl'],
    [
      'a SQLite store without its bd',
      { 'issues.jsonl': '', 'beads.db': '' },
      '.beads/issues.jsonl',
    ],
  ])('%s is read by ourselves', async (_, files, where) => {
    const { kind, where: opened } = await openStore({ dir: aRepository(files), bd: '/no/bd' })
    expect({ kind, where: opened }).toEqual({ kind: 'embedded', where })
  })

  test.each([
    [
      'an unknown backend',
      { 'metadata.json': '{"backend":"future"}' },
      'newer than this Wavefront knows',
    ],
    [
      'an unknown schema',
      { 'metadata.json': '{"schema_version":7}' },
      'newer than this Wavefront knows',
    ],
    ['metadata that is not JSON', { 'metadata.json': '{' }, 'it is not JSON'],
    ['no issues', {}, 'has no issues yet'],
  ])('%s is refused', async (_, files, message) => {
    await expect(openStore({ dir: aRepository(files) })).rejects.toThrow(message)
  })

  test('nothing at all is refused, unless one may begin', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'wavefront-none-'))
    await expect(openStore({ dir })).rejects.toThrow('there is no task store here')
    const { where } = await openStore({ dir, create: true })
    expect(where).toBe('.beads/issues.jsonl')
  })
})
