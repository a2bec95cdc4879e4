import fc from 'fast-check'
import { firstSlug, nameInPath, titleInPath } from '../src/plan-name.ts'
import { maxSlug, slugPattern, toSlug } from '../src/slug.ts'

describe('the name of a plan', () => {
  const paths: Record<string, [name: string, title: string]> = {
    'openspec/changes/add-login/tasks.md': ['add-login', 'Add login'],
    'openspec/changes/archive/2025-01-11-add-login/tasks.md': ['add-login', 'Add login'],
    'add-login.tasks.md': ['add-login', 'Add login'],
    'docs/plan.md': ['plan', 'Plan'],
    'tasks.md': ['tasks', 'Tasks'],
    'notes/Release_2.0.md': ['Release_2.0', 'Release 2 0'],
    'C:\\work\\rewrite\\todo.txt': ['rewrite', 'Rewrite'],
    '': ['', 'Plan'],
  }
  test.each(Object.entries(paths))('%s', (path, [name, title]) => {
    expect({ name: nameInPath(path), title: titleInPath(path) }).toEqual({ name, title })
  })

  const texts: Record<string, string | undefined> = {
    'Add a log-in form': 'add-a-log-in-form',
    'Crème brûlée': 'creme-brulee',
    '2025-01-11 Éclair!': 'eclair',
    日本語: undefined,
    '42': undefined,
    'add-tool-command-surface-capabilities': 'add-tool-command-surface-57u0',
    'add-tool-command-surface-tests-and-docs': 'add-tool-command-surface-3eg9',
    [`x${'y'.repeat(50)}`]: 'xyyyyyyyyyyyyyyyyyyyyyyyyyy-u089',
  }
  test.each(Object.entries(texts))('%s as a slug', (text, slug) => {
    expect(toSlug(text)).toBe(slug)
  })

  test('any text gives a slug that can be a name, or none', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (text) => {
        const slug = firstSlug(text)
        expect(slug.length <= maxSlug && slugPattern.test(slug)).toBe(true)
      }),
    )
  })

  test('the first text with a letter in it is taken', () => {
    expect([firstSlug(undefined, '!', 'b', 'c'), firstSlug('7')]).toEqual(['b', 'plan'])
  })
})
