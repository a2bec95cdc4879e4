import { type Change, type ChangePolicy, judgeChanges } from '@wavefront/wave'

const policy: ChangePolicy = {
  protectedPaths: ['.github/**', 'CODEOWNERS', '**/CODEOWNERS', 'AGENTS.md'],
  allowPaths: ['.github/labels.yml'],
  maxChangedFiles: 12,
  maxDeletedFiles: 1,
  maxFileBytes: 1024,
}

const cases: readonly { name: string; changes: readonly Change[]; expected?: string }[] = [
  { name: 'ordinary work', changes: [change('src/a.ts')] },
  { name: 'nothing', changes: [] },
  { name: 'an exception', changes: [change('.github/labels.yml')] },
  { name: 'a name that only looks like the store', changes: [change('.beads-notes.md')] },
  { name: 'a file of exactly the size', changes: [change('a', { bytes: 1024 })] },
  {
    name: 'the store',
    changes: [change('.beads/issues.jsonl')],
    expected: 'it changes the task store, which only the landing may: .beads/issues.jsonl',
  },
  {
    name: 'the store as one file',
    changes: [change('.beads')],
    expected: 'it changes the task store, which only the landing may: .beads',
  },
  {
    name: 'a protected path, also where it is deleted',
    changes: [change('.github/workflows/ci.yml', { is: 'deleted' }), change('docs/CODEOWNERS')],
    expected:
      'it changes protected paths (`protected_paths`, `allow_paths`): .github/workflows/ci.yml, docs/CODEOWNERS',
  },
  {
    name: 'a large file',
    changes: [change('a.bin', { bytes: 1025 })],
    expected: 'files are larger than 1 KiB (`max_file_kb`): a.bin',
  },
  {
    name: 'many deletions',
    changes: [change('a', { is: 'deleted' }), change('b', { is: 'deleted' })],
    expected: 'it deletes 2 files, and at most 1 may be (`max_deleted_files`)',
  },
  {
    name: 'many changes, and more than one reason',
    changes: Array.from({ length: 13 }, (_, at) => change(`.github/${at}`)),
    expected:
      'it changes protected paths (`protected_paths`, `allow_paths`): .github/0, .github/1, .github/2, .github/3, .github/4, .github/5, .github/6, .github/7, .github/8, .github/9 and 3 more; it changes 13 files, and at most 12 may be (`max_changed_files`)',
  },
]
test.each(cases)('$name', ({ changes, expected }) => {
  expect(judgeChanges(changes, policy)).toEqual(expected)
})

function change(path: string, more: Partial<Change> = {}): Change {
  return { path, is: 'modified', bytes: 10, ...more }
}
