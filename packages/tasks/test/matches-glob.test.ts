import { matchesGlob } from '@wavefront/tasks'

test.each([
  ['.github/**', '.github/workflows/ci.yml', true],
  ['.github/**', '.github', true],
  ['.github/**', 'docs/.github/x', false],
  ['CODEOWNERS', 'CODEOWNERS', true],
  ['AGENTS.md', 'packages/a/AGENTS.md', true],
  ['AGENTS.md', 'AGENTS.md.bak', false],
  ['docs/CODEOWNERS', 'a/docs/CODEOWNERS', false],
  ['src/*.ts', 'src/a.ts', true],
  ['src/*.ts', 'src/b/a.ts', false],
  ['src/{a,b}.ts', 'src/b.ts', true],
  ['src', 'src/deep/a.ts', true],
  ['src/[ab].ts', 'src/[ab].ts', true],
  ['app/[id]', 'app/[id]/page.tsx', true],
  ['src/[ab].ts', 'src/a.ts', true],
  ['src/?.ts', 'src/*.ts', true],
  ['src/a.ts', 'src/*.ts', false],
  ['src/a.ts', '**', false],
])('%s and %s: %s', (glob, path, expected) => {
  expect(matchesGlob(glob, path)).toBe(expected)
})
