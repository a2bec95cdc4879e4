import { existsSync, mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import { runProcess } from '../measure.ts'

/** Two versions of a package whose tarball has sources as people write them. */
export interface PackagePair {
  readonly name: string
  readonly base: string
  readonly truth: string
  /** The folders with sources, and not with what is built from them. Files beside them always count. */
  readonly under: readonly string[]
}

/** JavaScript, TypeScript, SCSS, Markdown, JSON, Python (and its stubs), Java, Kotlin, Swift, C and C++. */
export const pairs: readonly PackagePair[] = [
  { name: 'three', base: '0.160.0', truth: '0.161.0', under: ['src', 'examples/jsm'] },
  { name: 'bootstrap', base: '5.2.3', truth: '5.3.0', under: ['scss', 'js/src'] },
  { name: 'rxjs', base: '7.5.7', truth: '7.8.0', under: ['src'] },
  { name: 'mdn-data', base: '2.0.30', truth: '2.0.33', under: ['api', 'css', 'l10n'] },
  {
    name: 'node-gyp',
    base: '9.4.1',
    truth: '10.0.1',
    under: ['gyp', 'lib', 'test', 'docs', 'src'],
  },
  { name: 'pyright', base: '1.1.300', truth: '1.1.320', under: ['dist/typeshed-fallback'] },
  { name: '@capacitor/android', base: '4.8.0', truth: '5.0.0', under: ['capacitor'] },
  {
    name: '@capacitor/ios',
    base: '4.8.0',
    truth: '5.0.0',
    under: ['Capacitor', 'CapacitorCordova'],
  },
  {
    name: 'react-native-screens',
    base: '3.20.0',
    truth: '3.22.0',
    under: ['android', 'ios', 'common', 'cpp', 'src', 'windows'],
  },
  { name: 'node-addon-api', base: '5.0.0', truth: '8.0.0', under: ['doc', 'tools'] },
  { name: 'better-sqlite3', base: '7.0.0', truth: '8.0.0', under: ['lib', 'src', 'docs', 'deps'] },
]

/** What the benchmarks keep between runs, and what `scripts/engines.mjs` keeps. */
export function cached(...names: readonly string[]): string {
  const { WAVEFRONT_CACHE, XDG_CACHE_HOME } = process.env
  return join(WAVEFRONT_CACHE || XDG_CACHE_HOME || join(homedir(), '.cache'), 'wavefront', ...names)
}

/** The folder of one version, fetched with npm, from whichever registry it is set up for, when it is not there yet. */
export async function fetchPackage(name: string, version: string): Promise<string> {
  const place = cached('bench', `${name}@${version}`)
  if (existsSync(place)) return place
  mkdirSync(dirname(place), { recursive: true })
  const fresh = mkdtempSync(cached('bench', 'fetched-'))
  try {
    const wanted = ['--silent', '--ignore-scripts', '--pack-destination', fresh]
    await runProcess('npm', ['pack', ...wanted, `${name}@${version}`])
    const [tarball = ''] = readdirSync(fresh)
    mkdirSync(join(fresh, 'files'))
    const how = ['--strip-components=1', '--no-same-owner']
    await runProcess('tar', ['-xzf', join(fresh, tarball), '-C', join(fresh, 'files'), ...how])
    renameSync(join(fresh, 'files'), place)
    return place
  } finally {
    rmSync(fresh, { recursive: true, force: true })
  }
}
