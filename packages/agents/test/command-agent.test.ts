import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandAgent } from '@wavefront/agents'

let dir: string
beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'wavefront agents-'))
  mkdirSync(join(dir, 'logs'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

function work(line: string, timeoutSeconds?: number) {
  return commandAgent({
    line,
    env: { PATH: process.env.PATH ?? '' },
    ...(timeoutSeconds === undefined ? {} : { timeoutSeconds }),
  }).work({
    prompt: 'write a poem\n',
    facts: { WAVEFRONT_TASK_ID: 'poem-1' },
    dir,
    log: join(dir, 'logs', 'poem-1.log'),
    signal: new AbortController().signal,
    onLine: () => {},
  })
}

describe('a command as an agent', () => {
  test('gets the prompt on stdin and as a file, the facts, and nothing else', async () => {
    const line =
      'cat > stdin.txt; cp "$WAVEFRONT_PROMPT_FILE" file.txt; env | cut -d= -f1 | sort > env.txt'
    expect(await work(line)).toEqual({ is: 'succeeded' })
    expect(readFileSync(join(dir, 'stdin.txt'), 'utf8')).toBe('write a poem\n')
    expect(readFileSync(join(dir, 'file.txt'), 'utf8')).toBe('write a poem\n')
    expect(readFileSync(join(dir, 'env.txt'), 'utf8').split('\n')).toEqual(
      expect.arrayContaining(['PATH', 'WAVEFRONT_PROMPT_FILE', 'WAVEFRONT_TASK_ID']),
    )
    expect(readFileSync(join(dir, 'env.txt'), 'utf8')).not.toContain('HOME')
  })

  test.each([
    [
      'echo no key; exit 4',
      { is: 'failed', why: 'the agent ended with exit code 4', tail: 'no key' },
    ],
    ['kill -9 $$', { is: 'failed', why: 'the agent was ended by SIGKILL', tail: '' }],
  ])('%s is a failure with its reason', async (line, end) => {
    expect(await work(line)).toEqual(end)
  })

  test('that takes too long is timed out', async () => {
    expect(await work('echo thinking; sleep 30', 0.2)).toEqual({
      is: 'timed-out',
      why: 'the agent took longer than 0.2 s',
      tail: 'thinking',
    })
  })
})
