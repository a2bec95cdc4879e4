import {
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Disk, openStore, type StoreOptions } from '@wavefront/beads'
import { taskId } from '@wavefront/tasks'
import { aTask } from '@wavefront/testing'

const clock = () => new Date('2026-01-02T03:04:05.000Z')
const close = { close: [{ id: taskId('w-2'), reason: 'Landed' }], record: [] }

function aStore(text: string | Uint8Array, options: Partial<StoreOptions> = {}) {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'wavefront é-')))
  mkdirSync(join(dir, '.beads'))
  const file = join(dir, '.beads', 'issues.jsonl')
  writeFileSync(file, text)
  const open = async () => (await openStore({ dir, kind: 'embedded', clock, ...options })).store
  return { dir, file, open, read: () => readFileSync(file, 'utf8') }
}

const one =
  '{"id":"w-1", "title":"caf\\u00e9 \\/ 1","priority":1.0,"x":{"b":1e3,"a":[ ]},"status":"open"}'
const two =
  '{"x_unknown":[1.50,{}],"id":"w-2","status":"open","title":"\\u003ctwo\\u003e","priority":2}'
const twoClosed =
  '{"x_unknown":[1.50,{}],"id":"w-2","status":"closed","title":"\\u003ctwo\\u003e","priority":2,' +
  '"updated_at":"2026-01-02T03:04:05.000Z","closed_at":"2026-01-02T03:04:05.000Z","close_reason":"Landed"}'

describe('a closed task changes its own line only', () => {
  test.each([
    ['a final line end', `${one}\n${two}\n`, `${one}\n${twoClosed}\n`],
    ['no final line end', `${one}\n${two}`, `${one}\n${twoClosed}`],
    ['CRLF', `${one}\r\n${two}\r\n`, `${one}\r\n${twoClosed}\r\n`],
    ['a byte order mark', `\uFEFF${two}\n${one}\n`, `\uFEFF${twoClosed}\n${one}\n`],
    ['empty lines', `\n${two}\n\n${one}\n`, `\n${twoClosed}\n\n${one}\n`],
    [
      'records of other kinds',
      `{"_type":"memory"}\n${two}\n`,
      `{"_type":"memory"}\n${twoClosed}\n`,
    ],
  ])('with %s', async (_, before, after) => {
    const { open, read } = aStore(before)
    await (await open()).apply(close)
    expect(read()).toBe(after)
  })
})

test.each([
  ['a final line end', `${one}\n`, (line: string) => `${one}\n${line}\n`],
  ['no final line end', one, (line: string) => `${one}\n${line}`],
  ['CRLF', `${one}\r\n`, (line: string) => `${one}\r\n${line}\r\n`],
  ['nothing', '', (line: string) => `${line}\n`],
])('an added task is appended to a file with %s', async (_, before, after) => {
  const { open, read } = aStore(before)
  await (await open()).add([aTask({ id: 'w-9', title: 'Nine' })])
  const at = '2026-01-02T03:04:05.000Z'
  const line = `{"id":"w-9","title":"Nine","status":"open","priority":2,"issue_type":"task","created_at":"${at}","created_by":"wavefront","updated_at":"${at}"}`
  expect(read()).toBe(after(line))
})

describe('lines that share an id', () => {
  const line = (fields: object) => `${JSON.stringify({ id: 'w-2', ...fields })}\n`
  const day = (number: number) => ({ updated_at: `2025-01-0${number}T00:00:00Z` })
  const newer = line({ title: 'New', ...day(2) })
  const older = line({ title: 'Old', ...day(1) })
  const same = line({ title: 'Same', ...day(2) })
  const files = [
    ['the newer first', newer + older, 'New'],
    ['the newer last', older + newer, 'New'],
    ['of one age', newer + same, 'New'],
    ['without an age', line({ title: 'First' }) + line({ title: 'Second' }), 'First'],
  ] as const

  test.each(files)(
    'are all closed, for any reader, and the same one counts: %s',
    async (_, text, title) => {
      const { open, read } = aStore(text)
      await (await open()).apply(close)
      const stored = await (await open()).read()
      expect(stored.tasks).toMatchObject([{ id: 'w-2', title, state: 'closed', why: 'Landed' }])
      expect(stored.notes).toEqual([])
      expect(read().match(/"status":"closed"/g)).toHaveLength(2)
    },
  )

  test.each(files)(
    'all hold what is recorded, and the same one counts: %s',
    async (_, text, title) => {
      const { open, read } = aStore(text)
      const at = '2026-01-01T00:00:00.000Z'
      const attempt = { wave: 1, attempt: 1, end: 'failed' as const, at, seconds: 1 }
      await (await open()).apply({ close: [], record: [{ id: taskId('w-2'), attempt }] })
      const { tasks, attempts } = await (await open()).read()
      expect(tasks).toMatchObject([{ title, state: 'open' }])
      expect(attempts).toEqual(new Map([[taskId('w-2'), [attempt]]]))
      expect(read().match(/\[wavefront\]/g)).toHaveLength(2)
    },
  )

  test.each(files)('all say what a plan says: %s', async (_, text) => {
    const { open, read } = aStore(text)
    await (await open()).add([aTask({ id: 'w-2', title: 'Planned' })])
    expect((await (await open()).read()).tasks).toMatchObject([{ title: 'Planned' }])
    expect(read().match(/"title":"Planned"/g)).toHaveLength(2)
  })

  test('what is closed or deleted already stays as it is', async () => {
    const closed = line({ status: 'closed', close_reason: 'Before', ...day(1) })
    const deleted = line({ status: 'tombstone', ...day(1) })
    const { open, read } = aStore(closed + deleted + newer)
    await (await open()).apply(close)
    expect(read().split('\n').slice(0, 2)).toEqual([closed.trim(), deleted.trim()])
    expect((await (await open()).read()).tasks).toMatchObject([{ state: 'closed', why: 'Landed' }])
  })
})

test('a file in which nothing changes is not touched', async () => {
  const { open, file } = aStore(`${one}\n${twoClosed}\n`)
  const before = statSync(file)
  await (await open()).apply(close)
  await (await open()).add([])
  expect(statSync(file)).toEqual({
    ...before,
    atime: expect.anything(),
    atimeMs: expect.anything(),
  })
})

test('mode and link are kept', async () => {
  const { dir, file, open } = aStore('')
  const target = join(dir, 'elsewhere.jsonl')
  writeFileSync(target, `${two}\n`)
  chmodSync(target, 0o664)
  writeFileSync(join(dir, 'link'), '')
  const store = (await openStore({ dir, file: 'linked.jsonl', clock, create: true })).store
  symlinkSync(target, join(dir, 'linked.jsonl'))
  await store.apply(close)
  expect(readFileSync(target, 'utf8')).toBe(`${twoClosed}\n`)
  expect(statSync(target).mode & 0o777).toBe(0o664)
  expect(await (await open()).read()).toEqual({ tasks: [], attempts: new Map(), notes: [] })
  expect(readFileSync(file, 'utf8')).toBe('')
})

describe('when the file cannot be written, the old one survives and nothing else is left', () => {
  const fails = (code: string) => async () => {
    throw Object.assign(new Error(code), { code })
  }
  const writes: Disk['create'] = async (path, bytes) => writeFileSync(path, bytes)
  test.each([
    ['a full disk', { create: fails('ENOSPC'), rename: fails('EIO') }, 'the disk is full'],
    ['no permission', { create: fails('EACCES'), rename: fails('EIO') }, 'no permission'],
    ['a read-only disk', { create: fails('EROFS'), rename: fails('EIO') }, 'read-only'],
    ['a quota, at the rename', { create: writes, rename: fails('EDQUOT') }, 'quota'],
  ])('%s', async (_, disk, message) => {
    const { dir, open, read } = aStore(`${one}\n${two}\n`, { disk })
    await expect((await open()).apply(close)).rejects.toThrow(message)
    expect(read()).toBe(`${one}\n${two}\n`)
    expect(readdirSync(join(dir, '.beads'))).toEqual(['issues.jsonl'])
  })
})

describe('the lock', () => {
  const lockOf = (dir: string) => join(dir, '.beads', '.wavefront.lock')

  test('of a living process is waited for, then named', async () => {
    const { dir, open, read } = aStore(`${two}\n`, { lockWaitMs: 60 })
    writeFileSync(lockOf(dir), `${process.pid} ${hostname()}\n`)
    await expect((await open()).apply(close)).rejects.toThrow(
      `being written (process ${process.pid} on`,
    )
    expect(read()).toBe(`${two}\n`)
  })

  test('of a dead process is taken over', async () => {
    const { dir, open, read } = aStore(`${two}\n`)
    writeFileSync(lockOf(dir), `4194399 ${hostname()}\n`)
    await (await open()).apply(close)
    expect(read()).toBe(`${twoClosed}\n`)
    expect(readdirSync(join(dir, '.beads'))).toEqual(['issues.jsonl'])
  })

  test('lets many writers lose nothing', async () => {
    const { dir, open } = aStore('')
    writeFileSync(lockOf(dir), `4194399 ${hostname()}\n`)
    const names = Array.from({ length: 12 }, (_, place) => `w-${place}`)
    await Promise.all(names.map(async (id) => (await open()).add([aTask({ id })])))
    const { tasks } = await (await open()).read()
    expect(tasks.map(({ id }) => `${id}`).sort()).toEqual(names.sort())
  })
})

test.each([
  [
    'broken lines, all of them',
    `{"id":\n${one}\n{"id":7}\n`,
    ['.beads/issues.jsonl:1: not a JSON line', '.beads/issues.jsonl:3: the field "id" is wrong'],
  ],
  [
    'conflict markers',
    `<<<<<<< HEAD\n${one}\n=======\n${two}\n>>>>>>> theirs\n`,
    [
      '.beads/issues.jsonl:1: a merge conflict',
      '.beads/issues.jsonl:3: a merge',
      '.beads/issues.jsonl:5: a merge',
    ],
  ],
  [
    'an unsafe id',
    '{"id":"a..b","status":"open"}\n',
    ['.beads/issues.jsonl:1: task id "a..b" is not safe'],
  ],
  ['bytes that are no text', Buffer.from([0x7b, 0xff]), ['it is not UTF-8 text']],
])('refuses %s', async (_, text, messages) => {
  const { open } = aStore(text)
  const failure = (await open()).read()
  for (const message of messages) await expect(failure).rejects.toThrow(message)
})

test('a closed issue with an unsafe id and a deleted one are passed over, and said to be', async () => {
  const { open } = aStore('{"id":"a..b","status":"closed"}\n{"id":"w-0","status":"tombstone"}\n')
  expect(await (await open()).read()).toEqual({
    tasks: [],
    attempts: new Map(),
    notes: [
      '1 deleted issues were passed over.',
      '1 closed issues were passed over: their ids are not safe as branch names.',
    ],
  })
})
