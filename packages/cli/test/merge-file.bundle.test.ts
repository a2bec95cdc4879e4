import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { aRepository, type Wavefront } from './wavefront.ts'

let repository: Wavefront
let dir: string
beforeEach(() => {
  repository = aRepository({})
  dir = mkdtempSync(join(tmpdir(), 'merge-file-'))
})
afterEach(() => {
  repository.remove()
  rmSync(dir, { recursive: true, force: true })
})

function write(sides: Readonly<Record<'ours' | 'base' | 'theirs', string | Buffer>>): string[] {
  return (['ours', 'base', 'theirs'] as const).map((side) => {
    const file = join(dir, side)
    writeFileSync(file, sides[side])
    return file
  })
}

const list = (...lines: string[]) => lines.map((line) => `${line}\n`).join('')
const inserted = write.bind(undefined, {
  base: list('first', 'last'),
  ours: list('first', 'ours', 'last'),
  theirs: list('first', 'theirs', 'last'),
})
const overlapping = write.bind(undefined, {
  base: list('first', 'second', 'third'),
  ours: list('first', 'by ours', 'third'),
  theirs: list('first', 'by theirs', 'third'),
})

test('0: nothing gave way, and the merged file is printed as it is', async () => {
  const ended = await repository.wavefront('merge-file', ...inserted(), '--path', 'list.txt')
  expect(ended).toEqual({ code: 0, stdout: list('first', 'ours', 'theirs', 'last'), stderr: '' })
})

test('1: lines gave way, and they are shown beside it', async () => {
  const ended = await repository.wavefront('merge-file', ...overlapping(), '--path', 'list.txt')
  expect(ended).toMatchObject({ code: 1, stdout: list('first', 'by theirs', 'third') })
  expect(ended.stderr).toContain('list.txt:2')
  expect(ended.stderr).toContain('- by ours')
})

const twice = write.bind(undefined, {
  base: 'a: 1\n',
  ours: 'a: 1\nb: 2\n',
  theirs: 'a: 1\nb: 3\n',
})

test('2: it cannot be merged; nothing is printed, and no file changes', async () => {
  const files = twice()
  const before = files.map((file) => readFileSync(file, 'utf8'))
  const ended = await repository.wavefront('merge-file', ...files, '--path', 'a.yml')
  expect(ended).toMatchObject({ code: 2, stdout: '' })
  expect(ended.stderr).toMatch(/^a\.yml: not merged: .*YAML/)
  expect(files.map((file) => readFileSync(file, 'utf8'))).toEqual(before)
})

test('2 with --write: both versions are left between markers', async () => {
  const [ours = '', ...others] = twice()
  const args = ['merge-file', ours, ...others, '--path', 'a.yml', '--write']
  expect(await repository.wavefront(...args)).toMatchObject({ code: 2 })
  expect(readFileSync(ours, 'utf8')).toEqual(
    list('a: 1', '<<<<<<< ours', 'b: 2', '=======', 'b: 3', '>>>>>>> theirs'),
  )
})

test('what only one side has changed is taken, whatever kind of file it is', async () => {
  const bytes = Buffer.from([0, 255, 1, 10])
  const files = write({ base: 'text\n', ours: 'text\n', theirs: bytes })
  const ended = await repository.wavefront('merge-file', ...files, '--json')
  expect(JSON.parse(ended.stdout)).toEqual({
    ...{ is: 'merged', path: files[0], content_base64: bytes.toString('base64'), decisions: [] },
  })
})

test('--json has the text and every decision', async () => {
  const args = ['merge-file', ...overlapping(), '--path', 'list.txt', '--json']
  const { stdout } = await repository.wavefront(...args)
  expect(JSON.parse(stdout)).toEqual({
    ...{ is: 'merged', path: 'list.txt', content: list('first', 'by theirs', 'third') },
    decisions: [
      {
        ...{ step: 'task-lines', line: 2 },
        gave_way: { lines: ['by ours'], kept: ['by theirs'], of: 'ours' },
      },
    ],
  })
})

test('a file that is not there is told by its name', async () => {
  const [ours = '', base = ''] = inserted()
  const ended = await repository.wavefront('merge-file', ours, base, join(dir, 'none'))
  expect(ended).toMatchObject({ code: 2, stdout: '' })
  expect(ended.stderr).toContain(`${join(dir, 'none')}: this file cannot be read`)
})

describe('as the merge driver of a real git', () => {
  beforeEach(() => {
    const command = `${process.execPath} ${resolve('dist/cli/index.js')} merge-file`
    repository.git('config', 'merge.wavefront.driver', `${command} --write --path %P %A %O %B`)
    repository.commit({
      '.gitattributes': '* merge=wavefront\n',
      'list.txt': list('first', 'last'),
    })
  })

  function branches(ours: string, theirs: string): void {
    repository.git('switch', '--quiet', '--create', 'other')
    repository.commit({ 'list.txt': theirs })
    repository.git('switch', '--quiet', 'main')
    repository.commit({ 'list.txt': ours })
  }

  test('insertions of both sides merge, and git commits them', () => {
    branches(list('first', 'ours', 'last'), list('first', 'theirs', 'last'))
    repository.git('merge', '--quiet', '--no-edit', 'other')
    expect(repository.read('HEAD', 'list.txt')).toEqual(list('first', 'ours', 'theirs', 'last'))
    expect(repository.git('status', '--porcelain')).toEqual('')
  })

  test('a file that both have added stops git, too', () => {
    branches(list('first', 'last'), list('first', 'last'))
    repository.git('switch', '--quiet', 'other')
    repository.commit({ 'new.ts': 'export default 1\n' })
    repository.git('switch', '--quiet', 'main')
    repository.commit({ 'new.ts': 'export default 2\n' })
    expect(() => repository.git('merge', '--quiet', '--no-edit', 'other')).toThrow()
    expect(readFileSync(join(repository.dir, 'new.ts'), 'utf8')).toEqual('export default 1\n')
  })

  test('where lines give way git stops, and the file has the merged text', () => {
    branches(list('by ours', 'last'), list('by theirs', 'last'))
    expect(() => repository.git('merge', '--quiet', '--no-edit', 'other')).toThrow()
    expect(repository.git('status', '--porcelain')).toEqual('UU list.txt')
    expect(readFileSync(join(repository.dir, 'list.txt'), 'utf8')).toEqual(
      list('by theirs', 'last'),
    )
  })
})
