import { spawnSync } from 'node:child_process'
import { joinCommands } from '../src/commands.ts'

function run(commands: string | string[]): { status: number | null; said: string } {
  const { status, stdout } = spawnSync('sh', ['-c', joinCommands(commands)], { encoding: 'utf8' })
  return { status, said: stdout.trim().replaceAll('\n', ' ') }
}

describe('commands as sh runs them', () => {
  const cases: Record<string, [commands: string | string[], status: number, said: string]> = {
    'one line': ['echo a; false; echo b', 0, 'a b'],
    'one line with a comment': ['echo a # b', 0, 'a'],
    'several lines end with the first failure': ['echo a\nfalse\necho b', 1, 'a'],
    'a list runs in order': [['echo a', 'echo b', 'echo c'], 0, 'a b c'],
    'a list ends with the first failure': [['echo a', 'exit 3', 'echo b'], 3, 'a'],
    'a failure in the middle of an item ends it too': [['echo a\nfalse\necho b', 'echo c'], 1, 'a'],
    'an alternative within an item is no failure': [['false || echo a', 'echo b'], 0, 'a b'],
    'a success within an item ends the item only': [['exit 0', 'echo b'], 0, 'b'],
    'a comment hides nothing of the next': [['echo a # first', 'echo b'], 0, 'a b'],
    'a cd does not reach the next': [['cd /', 'test "$PWD" != / && echo b'], 0, 'b'],
    'a list of one is that one': [['echo a'], 0, 'a'],
  }
  test.each(Object.entries(cases))('%s', (_, [commands, status, said]) => {
    expect(run(commands)).toEqual({ status, said })
  })

  test('an item that is no shell is a failure', () => {
    expect(run(['echo a', 'echo )'])).toEqual({ status: 2, said: 'a' })
  })
})
