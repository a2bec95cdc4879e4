import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const action = 'actions/execute-task/action.yml'
const readme = 'actions/execute-task/README.md'

describe('the tables in the READMEs of the actions', () => {
  test('are what action.yml makes', () => {
    expect(readmes(['--check'])).toEqual({ status: 0, said: '' })
  })

  test('differ as soon as an input is added, and the message says how to mend it', () => {
    inACopy((copy) => {
      const before = readFileSync(join(copy, action), 'utf8')
      const added = "inputs:\n  pace:\n    description: 'a | b\n      c'\n    default: 1\n"
      writeFileSync(join(copy, action), before.replace('inputs:\n', added))
      expect(readmes(['--check', copy])).toEqual({
        status: 1,
        said: 'actions/execute-task/README.md is not what action.yml makes.\nfix: npm run readmes\n',
      })
      expect(readmes([copy])).toEqual({ status: 0, said: '' })
      expect(readFileSync(join(copy, readme), 'utf8')).toContain('| `pace` | a \\| b c | `1` |\n')
      expect(readmes(['--check', copy])).toEqual({ status: 0, said: '' })
    })
  })

  test('need their markers', () => {
    inACopy((copy) => {
      const text = readFileSync(join(copy, readme), 'utf8')
      writeFileSync(join(copy, readme), text.replace('<!-- generated:outputs -->', ''))
      const { status, said } = readmes([copy])
      expect(status).toBe(1)
      expect(said).toContain('lacks the lines "<!-- generated:outputs -->"')
    })
  })
})

function readmes(args: readonly string[]) {
  const { status, stderr } = spawnSync(process.execPath, ['scripts/readmes.mjs', ...args], {
    encoding: 'utf8',
  })
  return { status, said: stderr }
}

function inACopy(check: (copy: string) => void): void {
  const copy = mkdtempSync(join(tmpdir(), 'wavefront-readmes-'))
  try {
    for (const file of [action, readme]) cpSync(file, join(copy, file))
    check(copy)
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}
