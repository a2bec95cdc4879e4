// Builds the real engines that some tests run, once per machine: `node scripts/engines.mjs [name…]`.
import { spawn, spawnSync } from 'node:child_process'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

/**
 * @typedef {{ name: string, module: string, package: string, cgo: boolean, tags?: string }} Engine
 * @typedef {{ name: string, path: string } | { name: string, missing: string }} Built
 * @typedef {(line: string) => void} Progress
 */

/** @type {readonly Engine[]} */
export const engines = [
  {
    name: 'bd-0.47.1',
    module: 'github.com/steveyegge/beads@v0.47.1',
    package: './cmd/bd',
    cgo: false,
  },
  {
    name: 'bd-1.3.0',
    module: 'github.com/steveyegge/beads@v1.3.0',
    package: './cmd/bd',
    cgo: true,
    tags: 'gms_pure_go',
  },
  {
    name: 'act-0.2.87',
    module: 'github.com/nektos/act@v0.2.87',
    package: '.',
    cgo: false,
    tags: 'WITHOUT_DOCKER',
  },
  {
    name: 'actionlint-1.7.12',
    module: 'github.com/rhysd/actionlint@v1.7.12',
    package: './cmd/actionlint',
    cgo: false,
  },
]

/** Where an engine is, or will be. @param {string} name */
export function enginePath(name) {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  return join(cacheDir(), `${name}${suffix}`)
}

/**
 * Builds what is missing, one after another: they would only slow each other down.
 * @param {{ names?: readonly string[], onProgress?: Progress }} [options]
 * @returns {Promise<Built[]>}
 */
export async function ensureEngines({ names, onProgress = () => {} } = {}) {
  const wanted = engines.filter(({ name }) => !names?.length || names.includes(name))
  /** @type {Built[]} */
  const built = []
  for (const engine of wanted) built.push(await ensureEngine(engine, onProgress))
  return built
}

/** @param {Engine} engine @param {Progress} onProgress @returns {Promise<Built>} */
async function ensureEngine(engine, onProgress) {
  const { name } = engine
  const path = enginePath(name)
  if (existsSync(path)) return { name, path }
  const lacking = whatIsLacking(engine)
  if (lacking) return { name, missing: lacking }
  mkdirSync(cacheDir(), { recursive: true })
  const release = await lock(join(cacheDir(), 'building.lock'), () =>
    onProgress(`${name}: waiting for another run that is building`),
  )
  try {
    return existsSync(path) ? { name, path } : await build(engine, onProgress)
  } finally {
    release()
  }
}

/** @param {Engine} engine */
function whatIsLacking({ cgo }) {
  if (!runs('go', ['version'])) return 'Go is not installed (https://go.dev/dl)'
  const compilers = process.env.CC ? [process.env.CC] : ['gcc', 'clang', 'cc']
  if (cgo && !compilers.some((compiler) => runs(compiler, ['--version']))) {
    return 'there is no C compiler (gcc or clang)'
  }
  return undefined
}

/** @param {string} command @param {string[]} args */
function runs(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0
}

/** @param {Engine} engine @param {Progress} onProgress @returns {Promise<Built>} */
async function build(engine, onProgress) {
  const { name, module } = engine
  const download = await step(`${name}: downloading`, ['mod', 'download', '-json', module], {
    onProgress,
  })
  if (!download.ok) return { name, missing: `its source could not be downloaded: ${download.tail}` }
  const { Dir: dir } = JSON.parse(download.stdout)
  const path = enginePath(name)
  const draft = `${path}.${process.pid}.tmp`
  const tags = engine.tags ? ['-tags', engine.tags] : []
  const args = ['build', ...tags, '-o', draft, engine.package]
  const env = { ...process.env, CGO_ENABLED: engine.cgo ? '1' : '0' }
  const compiled = await step(`${name}: building`, args, { cwd: dir, env, onProgress })
  if (!compiled.ok) {
    rmSync(draft, { force: true })
    return { name, missing: `it could not be built: ${compiled.tail}` }
  }
  chmodSync(draft, 0o755)
  renameSync(draft, path)
  return { name, path }
}

/**
 * Runs `go`, and says every ten seconds that it still does.
 * @param {string} what @param {string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, onProgress: Progress }} options
 * @returns {Promise<{ ok: boolean, stdout: string, tail: string }>}
 */
function step(what, args, { cwd, env, onProgress }) {
  const startedAt = Date.now()
  const say = () => onProgress(`${what} (${Math.round((Date.now() - startedAt) / 1000)} s)`)
  say()
  const ticker = setInterval(say, 10_000)
  return new Promise((resolve) => {
    const child = spawn('go', args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let output = ''
    child.stdout.on('data', (chunk) => {
      stdout += chunk
      output += chunk
    })
    child.stderr.on('data', (chunk) => {
      output += chunk
    })
    const end = (/** @type {boolean} */ ok) => {
      clearInterval(ticker)
      resolve({ ok, stdout, tail: output.trim().split('\n').slice(-5).join('\n') })
    }
    child.on('error', (error) => {
      output += error.message
      end(false)
    })
    child.on('close', (code) => end(code === 0))
  })
}

/**
 * One builder per machine. A lock whose process is gone is nobody's.
 * @param {string} path @param {() => void} onWait
 */
async function lock(path, onWait) {
  for (let turn = 0; ; turn++) {
    try {
      writeFileSync(path, `${process.pid}`, { flag: 'wx' })
      return () => rmSync(path, { force: true })
    } catch (error) {
      if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EEXIST') throw error
    }
    if (isAbandoned(path)) rmSync(path, { force: true })
    else if (turn % 10 === 0) onWait()
    await sleep(1000)
  }
}

/** @param {string} path */
function isAbandoned(path) {
  try {
    process.kill(Number(readFileSync(path, 'utf8')), 0)
    return false
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'ESRCH'
  }
}

function cacheDir() {
  const { WAVEFRONT_CACHE, XDG_CACHE_HOME } = process.env
  return join(
    WAVEFRONT_CACHE || XDG_CACHE_HOME || join(homedir(), '.cache'),
    'wavefront',
    'engines',
  )
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  const built = await ensureEngines({ names: process.argv.slice(2), onProgress: console.error })
  for (const engine of built) {
    console.log(
      'path' in engine
        ? `${engine.name}  ${engine.path}`
        : `${engine.name}  missing: ${engine.missing}`,
    )
  }
  process.exitCode = built.every((engine) => 'path' in engine) ? 0 : 1
}
