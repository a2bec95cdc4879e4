import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { UserError, unwrap } from '@wavefront/errors'
import type { Environment } from '../bd/environment.ts'
import { judgeVersion } from '../bd/version.ts'
import { binaryVersion } from './binary-version.ts'
import { downloadFile, downloadText, type Web } from './download.ts'
import { findOnPath } from './find-on-path.ts'
import { brokenRelease, unverified } from './install-failures.ts'
import { checksumOf, type Release, releaseFor } from './release.ts'
import { findInCache, keepInCache, type Slot } from './tool-cache.ts'
import { unpackBinary } from './unpack.ts'

export interface InstallOptions {
  /** Exactly this one, `1.3.0` for example. */
  readonly version: string
  readonly env: Environment
  /** The runner's tool cache, `RUNNER_TOOL_CACHE`: what is put there is found by the next run on the same machine. */
  readonly cacheDir: string
  readonly platform?: string
  readonly arch?: string
  /** Where the releases are: below it `/v<version>/<file>`. */
  readonly releases?: string
  readonly fetch?: typeof globalThis.fetch
  /** How long to wait before each further try of a download that failed. */
  readonly pausesMs?: readonly number[]
  /** For one try. */
  readonly timeoutMs?: number
  readonly log: (line: string) => void
}

export interface InstalledBd {
  readonly path: string
  readonly is: 'found' | 'cached' | 'downloaded'
}

/** A `bd` of exactly one version: the one on PATH, else the tool cache's, else the release's. */
export async function installBd(options: InstallOptions): Promise<InstalledBd> {
  const { version, env, cacheDir, log } = options
  refuseVersion(version)
  const found = await findOnPath({ version, env, log })
  if (found !== undefined) return tell(log, { path: found, is: 'found' })
  const { platform = process.platform, arch = process.arch, releases } = options
  const slot = { cacheDir, version, arch }
  const cached = await findInCache(slot, env)
  if (cached !== undefined) return tell(log, { path: cached, is: 'cached' })
  const release = releaseFor({ version, platform, arch, ...(releases && { releases }) })
  return tell(log, { path: await fetchRelease(release, slot, options), is: 'downloaded' })
}

function refuseVersion(version: string): void {
  if (!/^\d{1,5}\.\d{1,5}\.\d{1,5}$/.test(version)) {
    throw new UserError({
      what: `bd_version is "${version}", which is not an exact version`,
      fix: "write all three numbers, in quotes: bd_version: '1.3.0'",
    })
  }
  unwrap(judgeVersion(version))
}

function tell(log: InstallOptions['log'], installed: InstalledBd): InstalledBd {
  log(`bd is ${installed.path} (${installed.is})`)
  return installed
}

/** Nothing is unpacked that the release's own list of checksums does not vouch for. */
async function fetchRelease(
  release: Release,
  slot: Slot,
  options: InstallOptions,
): Promise<string> {
  const web = webOf(options)
  const expected = checksumOf(await downloadText(release.checksums, web), release.archive)
  if (expected === undefined) throw unverified(release, 'has no line for it')
  const dir = await mkdtemp(join(tmpdir(), 'wavefront-bd-'))
  try {
    const archive = join(dir, release.archive)
    const actual = await downloadFile(release.url, archive, web)
    if (actual !== expected) throw unverified(release, `says ${expected}, but it is ${actual}`)
    const binary = await unpackBinary(archive, dir, release)
    const version = await binaryVersion(binary, options.env)
    if (version.is !== slot.version) throw brokenRelease(release, version.said)
    return await keepInCache(binary, slot)
  } finally {
    await rm(dir, { recursive: true, force: true })
  }
}

function webOf(options: InstallOptions): Web {
  return {
    fetch: options.fetch ?? globalThis.fetch,
    pausesMs: options.pausesMs ?? [1_000, 4_000, 10_000],
    timeoutMs: options.timeoutMs ?? 180_000,
    version: options.version,
    log: options.log,
  }
}
