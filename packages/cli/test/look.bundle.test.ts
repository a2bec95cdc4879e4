import { readdirSync } from 'node:fs'
import { resolve } from 'node:path'
import { aRepository } from './wavefront.ts'

const data = resolve('packages/testing/data')
const stores = readdirSync(data).filter((name) => name.endsWith('.jsonl'))
const plans = [
  'taskmaster.tasks.json',
  ...readdirSync(resolve(data, 'openspec')).map((name) => `openspec/${name}`),
]

describe('looking at real files', () => {
  const repository = aRepository({})
  afterAll(() => repository.remove())

  test.each(stores)('wavefront ready --store %s --json', async (name) => {
    const { code, stdout } = await repository.wavefront(
      'ready',
      '--store',
      resolve(data, name),
      '--json',
    )
    expect(code).toBe(0)
    expect(Object.keys(JSON.parse(stdout))).toEqual([
      'state',
      'ready',
      'held',
      'waiting',
      'paused',
      'deadlocked',
      'notes',
    ])
  })

  test.each([...stores, ...plans])('wavefront graph --from %s --json', async (name) => {
    const { code, stdout } = await repository.wavefront(
      'graph',
      '--from',
      resolve(data, name),
      '--json',
    )
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({
      levels: expect.any(Array),
      tasks: expect.any(Array),
    })
  })

  test.each(['text', 'mermaid', 'dot'])('as %s', async (format) => {
    const { code, stdout } = await repository.wavefront(
      ...[
        'graph',
        '--from',
        resolve(data, 'taskmaster.tasks.json'),
        '--tag',
        'loop',
        '--format',
        format,
      ],
    )
    expect(code).toBe(0)
    expect(stdout.split('\n').length).toBeGreaterThan(10)
  })
})

describe('help', () => {
  const repository = aRepository({})
  afterAll(() => repository.remove())

  test.each([[], ['run'], ['ready'], ['graph'], ['clean'], ['init'], ['doctor'], ['demo']])(
    '%s --help',
    async (...command) => {
      const { code, stdout } = await repository.wavefront(...command, '--help')
      expect(code).toBe(0)
      expect(stdout).toContain(`Usage: wavefront`)
    },
  )

  test('--version', async () => {
    expect((await repository.wavefront('--version')).stdout).toMatch(/^\d+\.\d+\.\d+\n$/)
  })
})
