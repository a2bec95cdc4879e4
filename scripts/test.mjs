/**
 * The whole test suite as one command: installs what is missing, builds the real task store
 * binaries in the background, runs everything that does not need them meanwhile, then the rest,
 * and ends with one line of totals. Arguments go to jest.
 */
import { spawn, spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('..', import.meta.url))
const scratch = mkdtempSync(join(tmpdir(), 'wavefront-test-'))

try {
  process.exitCode = await main(process.argv.slice(2))
} finally {
  rmSync(scratch, { recursive: true, force: true })
}

/** @param {string[]} args */
async function main(args) {
  installIfNeeded()
  if (args.length > 0) return (await jest('all', args)).status
  const { ensureEngines } = await import('./engines.mjs')
  const engines = ensureEngines({ onProgress: (/** @type {string} */ line) => console.log(line) })
  const first = await jest('plain', [
    '--testPathIgnorePatterns',
    '\\.engine\\.test\\.ts$',
    '/node_modules/',
  ])
  await engines
  // One after another: real engines slow each other down, and their tests have limits of time.
  const second = await jest('engine', [
    '--maxWorkers=1',
    '--testPathPatterns',
    '\\.engine\\.test\\.ts$',
  ])
  return summarise([first, second])
}

/** A lock file newer than what npm installed from it means that something is missing. */
function installIfNeeded() {
  const installed = join(root, 'node_modules', '.package-lock.json')
  const isFresh =
    existsSync(installed) &&
    statSync(installed).mtimeMs >= statSync(join(root, 'package-lock.json')).mtimeMs
  if (isFresh) return
  console.log('Installing dependencies …')
  const { status } = spawnSync('npm', ['ci', '--no-audit', '--no-fund'], {
    cwd: root,
    stdio: 'inherit',
  })
  if (status !== 0) process.exit(status ?? 1)
}

/** @param {string} name @param {string[]} args */
async function jest(name, args) {
  const report = join(scratch, `${name}.json`)
  const child = spawn(
    process.execPath,
    [
      '--experimental-vm-modules',
      '--no-warnings',
      'node_modules/jest/bin/jest.js',
      '--json',
      `--outputFile=${report}`,
      ...args,
    ],
    { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
  )
  const status = await new Promise((resolve) => child.on('close', resolve))
  return { status: Number(status ?? 1), report }
}

/** @param {{ status: number, report: string }[]} runs */
function summarise(runs) {
  const total = { passed: 0, failed: 0, skipped: 0 }
  for (const { status, report } of runs) {
    if (!existsSync(report)) {
      total.failed += 1
      continue
    }
    const result = JSON.parse(readFileSync(report, 'utf8'))
    total.passed += result.numPassedTests
    // A file that does not even load has no tests to count.
    total.failed += result.numFailedTests + result.numRuntimeErrorTestSuites
    total.skipped += result.numPendingTests + result.numTodoTests
    if (status !== 0 && result.success) total.failed += 1
    for (const skipped of skippedSuites(result)) console.log(`skipped: ${skipped}`)
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`)
  return total.failed > 0 ? 1 : 0
}

/** @param {{ testResults: { assertionResults: { status: string, ancestorTitles: string[] }[] }[] }} result */
function skippedSuites({ testResults }) {
  const titles = testResults.flatMap(({ assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === 'pending')
      .map(({ ancestorTitles }) => ancestorTitles[0] ?? 'a test without a suite'),
  )
  return new Set(titles)
}
