import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Command, childEnvironment, runCommand } from '@wavefront/commands'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wavefront commands-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function run(line: string, more: Partial<Command> = {}) {
  return runCommand({
    line,
    cwd: dir,
    env: childEnvironment(process.env),
    log: join(dir, 'logs', 'log.txt'),
    signal: new AbortController().signal,
    graceSeconds: 0.3,
    ...more,
  })
}

/** A process that nobody has waited for is still listed, as a zombie (Z). */
function isRunning(pid: number): boolean {
  const { stdout } = spawnSync('ps', ['-o', 'stat=', '-p', String(pid)], { encoding: 'utf8' })
  return !/^(Z.*)?$/.test(stdout.trim())
}

const log = () => readFileSync(join(dir, 'logs', 'log.txt'), 'utf8')

describe('a command', () => {
  test('that succeeds', async () => {
    const lines: string[] = []
    const end = await run('echo one; echo two >&2', { onLine: (line) => lines.push(line) })
    expect(end).toMatchObject({ is: 'exited', code: 0 })
    expect(lines.sort()).toEqual(['one', 'two'])
    expect(log().split('\n').sort()).toEqual(['', 'one', 'two'])
  })

  test('that fails', async () => {
    expect(await run('echo why; exit 3')).toEqual({ is: 'exited', code: 3, tail: 'why' })
  })

  test('that does not exist', async () => {
    const end = await run('no-such-program')
    expect(end).toMatchObject({ is: 'exited', code: 127 })
    expect(end.tail).toContain('no-such-program')
  })

  test('that reads its prompt from stdin', async () => {
    expect(await run('cat', { stdin: 'the prompt\n' })).toMatchObject({ tail: 'the prompt' })
  })

  test('that ends without reading a large prompt', async () => {
    const end = await run('exit 0', { stdin: 'x'.repeat(5_000_000) })
    expect(end).toMatchObject({ is: 'exited', code: 0 })
  })

  test('that is killed', async () => {
    expect(await run('kill -KILL $$')).toMatchObject({ is: 'killed', by: 'SIGKILL' })
  })

  test('that takes too long and ignores the request to end', async () => {
    const end = await run("trap '' TERM; echo at it; while :; do sleep 0.05; done", {
      timeoutSeconds: 0.3,
    })
    expect(end).toEqual({ is: 'timed-out', seconds: 0.3, tail: 'at it' })
  })

  test('that is interrupted, at once or before it began', async () => {
    const abort = new AbortController()
    setTimeout(() => abort.abort(), 200)
    expect(await run('sleep 30', { signal: abort.signal })).toMatchObject({ is: 'interrupted' })
    expect(await run('sleep 30', { signal: abort.signal })).toMatchObject({ is: 'interrupted' })
  })

  test('whose child outlives it', async () => {
    const end = await run('sleep 60 & echo $!')
    expect(end).toMatchObject({ is: 'exited', code: 0 })
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(isRunning(Number(end.tail))).toBe(false)
  })

  test('whose child has left for a session of its own and holds the output', async () => {
    const start = Date.now()
    const end = await run('setsid sleep 20 & echo $!')
    expect(end).toMatchObject({ is: 'exited', code: 0 })
    expect(Date.now() - start).toBeLessThan(10_000)
    process.kill(Number(end.tail), 'SIGKILL')
  })

  test('that floods its output is cut in the log and goes on', async () => {
    const end = await run("head -c 3000000 /dev/zero | tr '\\0' x; echo; echo end", {
      maxLogBytes: 1000,
    })
    expect(end).toMatchObject({ is: 'exited', code: 0 })
    expect(end.tail.endsWith('end')).toBe(true)
    expect(end.tail.length).toBeLessThanOrEqual(4_000)
    expect(log()).toMatch(/^x{1000}\n\[wavefront: more than 1000 bytes; .*\]\n$/)
  })

  test('whose tail is free of control characters', async () => {
    expect((await run("printf '\\033[31mred\\033[0m\\007\\n'")).tail).toBe('red')
  })

  test('in a directory that does not exist is an error', async () => {
    await expect(run('true', { cwd: join(dir, 'nowhere') })).rejects.toThrow('ENOENT')
  })
})

describe("a child's environment", () => {
  test('has what tools need and no secrets', () => {
    const env = {
      PATH: '/bin',
      HOME: '/h',
      LC_ALL: 'C',
      GITHUB_TOKEN: 't',
      ACTIONS_RUNTIME_URL: 'u',
    }
    expect(childEnvironment(env)).toEqual({ PATH: '/bin', HOME: '/h', LC_ALL: 'C' })
  })

  test('has what is named and what is added', () => {
    expect(
      childEnvironment({ KEY: 'k', OTHER: 'o' }, { also: ['KEY'], add: { TASK: 't' } }),
    ).toEqual({
      KEY: 'k',
      TASK: 't',
    })
  })
})
