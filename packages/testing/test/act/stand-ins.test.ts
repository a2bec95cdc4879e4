import { spawnSync } from 'node:child_process'
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeFiles } from '../../src/git/files.ts'

const source = 'packages/testing/src/act/stand-ins'

describe('the stand-ins', () => {
  let dir: string
  beforeEach(() => {
    dir = realpathSync(mkdtempSync(join(tmpdir(), 'stand-ins-')))
    cpSync(source, join(dir, 'actions'), { recursive: true })
    const paths = { artifacts: 'artifacts', outputs: 'outputs', holds: 'holds', secrets: 'secrets' }
    const place = Object.entries(paths).map(([key, name]) => [key, join(dir, name)])
    const app = { id: '7', key: 'PEM', token: 'ghs_app' }
    const told = { ...Object.fromEntries(place), app }
    writeFileSync(join(dir, 'actions', 'place.json'), JSON.stringify(told))
    for (const name of ['artifacts', 'holds', 'work']) mkdirSync(join(dir, name))
  })
  afterEach(() => rmSync(dir, { recursive: true, force: true }))

  /** A step, as the runner starts it: its outputs, or what it complains of. With a held group its post step. */
  function step(action: string, inputs: Readonly<Record<string, string>>, held?: string) {
    const entry = held === undefined ? 'index.mjs' : 'release.mjs'
    const output = join(dir, 'output')
    writeFileSync(output, '')
    const given = Object.entries(inputs).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ])
    const { status, stdout } = spawnSync(process.execPath, [join(dir, 'actions', action, entry)], {
      env: {
        ...Object.fromEntries(given),
        STATE_path: held,
        GITHUB_OUTPUT: output,
        GITHUB_STATE: output,
        GITHUB_WORKSPACE: join(dir, 'work'),
        GITHUB_RUN_ID: '5',
        GITHUB_SERVER_URL: 'http://server',
        GITHUB_REPOSITORY: 'octo/demo',
      },
      encoding: 'utf8',
    })
    if (status !== 0) return stdout.trim()
    const found = readFileSync(output, 'utf8').matchAll(/^(.*)<<(.*)\n([\s\S]*?)\n\2$/gm)
    return Object.fromEntries([...found].map(([, name, , value]) => [name, value]))
  }

  const work = (files: Readonly<Record<string, string>>) => writeFiles(join(dir, 'work'), files)
  const tree = (path: string) =>
    readdirSync(join(dir, path), { recursive: true }).map(String).sort()

  test('a file and a folder go up and come down', () => {
    work({ 'one.bundle': 'one', 'logs/agent.log': 'log', 'logs/.hidden': 'no' })
    step('upload-artifact', { name: 'result-1', path: 'one.bundle' })
    step('upload-artifact', { name: 'log-1', path: join(dir, 'work', 'logs') })
    expect(step('download-artifact', { name: 'log-1', path: 'down' })).toEqual({
      'download-path': join(dir, 'work', 'down'),
    })
    expect(tree('work/down')).toEqual(['agent.log'])
    step('download-artifact', { pattern: 'result-*', path: 'results' })
    // One alone comes without a folder of its name.
    expect(tree('work/results')).toEqual(['one.bundle'])
    step('download-artifact', { path: 'all', 'merge-multiple': 'true' })
    expect(tree('work/all')).toEqual(['agent.log', 'one.bundle'])
  })

  test('a name is there once, unless it is overwritten', () => {
    work({ a: 'first', b: 'second' })
    step('upload-artifact', { name: 'x', path: 'a' })
    expect(step('upload-artifact', { name: 'x', path: 'b' })).toContain('(409) Conflict')
    expect(tree('artifacts/x')).toEqual(['a'])
    step('upload-artifact', { name: 'x', path: 'b', overwrite: 'true' })
    expect(tree('artifacts')).toEqual(['x', 'x/b'])
  })

  const bad: readonly (readonly [string, string, Readonly<Record<string, string>>, string])[] = [
    ['a name of a path', 'upload-artifact', { name: 'a/b', path: '.' }, 'name is not valid'],
    ['no path', 'upload-artifact', { name: 'a', path: '' }, 'not supplied: path'],
    ['a pattern', 'upload-artifact', { name: 'a', path: '*.log' }, 'without patterns'],
    ['an input it does not know', 'upload-artifact', { compression: '9', path: '.' }, 'no input'],
    ['an artifact that is not there', 'download-artifact', { name: 'a' }, 'not found for name: a'],
    [
      'a wrong key',
      'create-github-app-token',
      { 'app-id': '7', 'private-key': 'x' },
      'JSON web token',
    ],
  ]
  test.each(bad)('%s is refused', (_, action, inputs, words) => {
    work({ 'a.log': '' })
    expect(step(action, inputs)).toContain(words)
  })

  test('nothing to upload is a warning, or an error where it is asked for', () => {
    expect(step('upload-artifact', { name: 'a', path: 'nothing' })).toEqual({})
    expect(
      step('upload-artifact', { name: 'a', path: 'nothing', 'if-no-files-found': 'error' }),
    ).toContain('No files were found')
    expect(step('download-artifact', { pattern: 'result-*', path: 'down' })).toMatchObject({})
    expect(tree('work/down')).toEqual([])
  })

  test('outputs with a secret are emptied', () => {
    writeFileSync(join(dir, 'secrets'), `${JSON.stringify('12')}\n`)
    const names = JSON.stringify(['one', 'two'])
    expect(step('outputs', { job: 'ready', names, value_0: 'a-12', value_1: ' b\nc' })).toEqual({
      one: '',
      two: ' b\nc',
    })
    expect(JSON.parse(readFileSync(join(dir, 'outputs', 'ready.json'), 'utf8'))).toEqual({
      one: '',
      two: ' b\nc',
    })
  })

  test('an App gets its token', () => {
    const given = { 'app-id': '7', 'private-key': 'PEM', 'permission-contents': 'write' }
    expect(step('create-github-app-token', given)).toMatchObject({ token: 'ghs_app' })
  })

  test('a group is held until it is let go', () => {
    const state = step('hold', { group: 'Store' })
    const path = join(dir, 'holds', 'store')
    expect(state).toEqual({ path })
    expect(existsSync(path)).toBe(true)
    step('hold', {}, path)
    expect(existsSync(path)).toBe(false)
  })
})
