import { chmodSync, existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createResolver } from '../../../src/merge/resolver/create-resolver.ts'

const dir = mkdtempSync(join(tmpdir(), 'resolver-'))
afterAll(() => rmSync(dir, { recursive: true }))

const sides = { base: 'b\n', ours: 'o\n', theirs: 't\n' }

describe('a resolver', () => {
  const cases = [
    {
      name: 'merges over our file',
      script: 'cat "$1" "$2" "$3" > "$2.new" && mv "$2.new" "$2"',
      merged: 'b\no\nt\n',
    },
    {
      name: 'is told the path and the marker’s length',
      script: 'echo "$4 $5" > "$2"',
      merged: 'a b;$x.ts 7\n',
    },
    { name: 'sees the ending of the name', script: 'basename "$2" > "$2"', merged: 'ours.ts\n' },
    { name: 'fails', script: 'exit 1', merged: undefined },
    { name: 'fails after it has written', script: 'echo x > "$2"; exit 2', merged: undefined },
    {
      name: 'leaves a conflict and says nothing of it',
      script: `printf '<<<<<<< a\\no\\n=======\\nt\\n>>>>>>> b\\n' > "$2"`,
      merged: undefined,
    },
    { name: 'writes no text', script: `printf 'a\\0b' > "$2"`, merged: undefined },
    { name: 'removes the file', script: 'rm "$2"', merged: undefined },
    { name: 'leaves a pipe', script: 'rm "$2"; mkfifo "$2"', merged: undefined },
    { name: 'leaves a link', script: 'ln -sf /etc/hostname "$2"', merged: undefined },
  ]
  test.each(cases)('that $name', async ({ script, merged }) => {
    const resolve = createResolver({ command: `${write(script)} %O %A %B %P %L` })
    expect(await resolve('a b;$x.ts', sides)).toEqual(merged)
  })

  test('that is not installed has nothing to say', async () => {
    const resolve = createResolver({ command: `${join(dir, 'nowhere')} %A` })
    expect(await resolve('a.ts', sides)).toBeUndefined()
  })

  test('that takes too long is ended, with all that it has started', async () => {
    const witness = join(dir, 'witness')
    const command = `${write(`(sleep 1; touch ${witness}) & wait`)} %A`
    const resolve = createResolver({ command, timeoutMs: 200 })
    expect(await resolve('a.ts', sides)).toBeUndefined()
    await new Promise((resolve) => setTimeout(resolve, 1200))
    expect(existsSync(witness)).toEqual(false)
  })

  function write(script: string): string {
    const file = join(dir, 'tool.sh')
    writeFileSync(file, `#!/bin/sh\n${script}\n`)
    chmodSync(file, 0o755)
    return file
  }
})
