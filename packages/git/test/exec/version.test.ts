import { requireVersion } from '../../src/exec/version.ts'

describe('a version of git', () => {
  const good = [
    'git version 2.38.0',
    'git version 2.39.5 (Apple Git-154)',
    'git version 3.0.0',
    'git version 2.45.1.windows.1',
  ]
  test.each(good)('%s will do', (output) => {
    expect(() => requireVersion(output)).not.toThrow()
  })

  const bad = ['git version 2.37.9', 'git version 1.99.0']
  test.each(bad)('%s is too old', (output) => {
    expect(() => requireVersion(output)).toThrow(/is too old\n {2}fix: install git 2\.38 or newer/)
  })
})
