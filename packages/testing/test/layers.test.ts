import { spawnSync } from 'node:child_process'
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const cases: readonly (readonly [string, string, boolean])[] = [
  ['tasks', '@wavefront/errors', true],
  ['tasks', 'node:fs', false],
  ['tasks', '@wavefront/git', false],
  ['plans', '@wavefront/tasks', true],
  ['plans', '@wavefront/report', false],
  ['report', '@actions/core', false],
  ['wave', '@wavefront/tasks', true],
  ['wave', '@wavefront/git', false],
  ['wave', 'node:child_process', false],
  ['git', '@wavefront/wave', true],
  ['git', 'node:fs', true],
  ['git', '@wavefront/beads', false],
  ['beads', '@wavefront/cli', false],
  ['beads', '../../git/src/exec/git.ts', false],
  ['cli', '@wavefront/git', true],
]

describe('the layers of docs/architecture.md', () => {
  let refused: Set<string>
  beforeAll(() => {
    refused = lint()
  })

  test.each(cases)('%s imports %s: %s', (inPackage, imported, allowed) => {
    expect(refused.has(fileOf(inPackage, imported))).toBe(!allowed)
  })

  test('every package but the doors and the tests has its rule', () => {
    const rules = readFileSync('biome.layers.json', 'utf8')
    const free = ['cli', 'testing']
    const packages = readdirSync('packages').filter((name) => !free.includes(name))
    expect(packages.filter((name) => !rules.includes(`packages/${name}/src/**`))).toEqual([])
  })
})

/** A house with one file for each case, under our rules: the files that the linter refuses. */
function lint(): Set<string> {
  const house = mkdtempSync(join(tmpdir(), 'wavefront-layers-'))
  try {
    for (const rules of ['biome.json', 'biome.layers.json']) cpSync(rules, join(house, rules))
    for (const [inPackage, imported] of cases) {
      const file = join(house, fileOf(inPackage, imported))
      mkdirSync(join(file, '..'), { recursive: true })
      writeFileSync(file, `import { x } from '${imported}'\n\nexport const y = x\n`)
    }
    const args = ['lint', '--vcs-enabled=false', '--reporter=github', house]
    const { stdout } = spawnSync('node_modules/.bin/biome', [...args, `--config-path=${house}`], {
      encoding: 'utf8',
    })
    const found = [...stdout.matchAll(/noRestrictedImports,file=([^,]+),/g)]
    return new Set(found.map(([, file = '']) => file.slice(file.indexOf('packages/'))))
  } finally {
    rmSync(house, { recursive: true, force: true })
  }
}

function fileOf(inPackage: string, imported: string): string {
  return `packages/${inPackage}/src/${imported.replace(/\W+/g, '-')}.ts`
}
