import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describeEngine } from '@wavefront/testing'
import { aRepository, type Wavefront, writesOwnFile } from './wavefront.ts'

interface Kind {
  readonly name: string
  /** Arguments that every call needs. */
  readonly always: readonly string[]
  readonly init: readonly string[]
}

const kinds: readonly Kind[] = [
  {
    name: 'bd-1.3.0',
    always: [],
    init: ['init', '-q', '--non-interactive', '--skip-hooks', '--skip-agents', '-p', 'demo'],
  },
  {
    name: 'bd-0.47.1',
    always: ['--no-daemon'],
    init: ['init', '-q', '--skip-hooks', '-p', 'demo'],
  },
]

for (const kind of kinds) {
  describeEngine(kind.name, (engine) => {
    let bin: string
    let repository: Wavefront
    let before: string | undefined

    beforeEach(() => {
      bin = mkdtempSync(join(tmpdir(), 'wavefront-bin-'))
      symlinkSync(engine, join(bin, 'bd'))
      before = process.env.PATH
      process.env.PATH = `${bin}:${before}`
      process.env.BD_DISABLE_METRICS = '1'
      repository = aRepository({})
    })
    afterEach(() => {
      process.env.PATH = before
      repository.remove()
      rmSync(bin, { recursive: true, force: true })
    })

    function bd(...args: readonly string[]): string {
      const { status, stdout, stderr } = spawnSync(engine, [...kind.always, ...args], {
        cwd: repository.dir,
        env: process.env,
        encoding: 'utf8',
        input: '',
      })
      if (status !== 0) throw new Error(`bd ${args[0]}: ${stderr}`)
      return stdout
    }

    const create = (title: string, ...more: readonly string[]) =>
      JSON.parse(bd('create', title, '--json', ...more)).id as string

    test('wavefront run works off a store that bd made, and bd sees it done', async () => {
      bd(...kind.init)
      const epic = create('An epic', '-t', 'epic')
      const first = create('First', '--parent', epic)
      const second = create('Second', '--parent', epic)
      bd('dep', 'add', second, first)
      repository.commit({}, 'tasks')

      const agent = `test "$WAVEFRONT_TASK_ID.$WAVEFRONT_ATTEMPT" != ${first}.1 && ${writesOwnFile}`
      const { code, stdout, stderr } = await repository.wavefront('run', '--agent', agent, '--json')
      expect({ code, stderr: code === 0 ? '' : stderr }).toEqual({ code: 0, stderr: '' })
      expect(JSON.parse(stdout)).toMatchObject({
        end: 'complete',
        figures: { waves: 3, attempts: 3 },
      })
      expect(repository.paths('wavefront/tasks')).toEqual(
        expect.arrayContaining([`${first}.txt`, `${second}.txt`]),
      )
      expect(JSON.parse(bd('ready', '--json'))).toEqual([])
      for (const id of [first, second, epic]) {
        expect(JSON.parse(bd('show', id, '--json'))).toMatchObject([{ id, status: 'closed' }])
      }
    })

    test('wavefront ready and bd ready name the same tasks', async () => {
      bd(...kind.init)
      const first = create('First')
      const second = create('Second')
      bd('dep', 'add', second, first)
      const { stdout } = await repository.wavefront('ready', '--json', '--store', 'bd')
      const ours = JSON.parse(stdout).ready.map(({ id }: { id: string }) => id)
      expect(ours).toEqual([first])
      expect(JSON.parse(bd('ready', '--json')).map(({ id }: { id: string }) => id)).toEqual(ours)
    })
  })
}

test('a store for Dolt without bd says what to install', async () => {
  const repository = aRepository({ files: { '.beads/metadata.json': '{"backend":"dolt"}' } })
  const before = process.env.PATH
  process.env.PATH = '/usr/bin:/bin'
  const { code, stderr } = await repository.wavefront('ready')
  process.env.PATH = before
  expect(code).toBe(2)
  expect(stderr).toContain('bd')
  expect(stderr).toContain('install')
  repository.remove()
})
