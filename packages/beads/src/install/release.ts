import { unknownMachine } from './install-failures.ts'

export interface Release {
  /** `linux/x64`, for people. */
  readonly machine: string
  readonly version: string
  readonly archive: string
  readonly url: string
  readonly checksums: string
}

export interface Wanted {
  readonly version: string
  readonly platform: string
  readonly arch: string
  readonly releases?: string
}

const home = 'https://github.com/gastownhall/beads/releases/download'
const systems: Readonly<Record<string, string>> = { linux: 'linux', darwin: 'darwin' }
const processors: Readonly<Record<string, string>> = { x64: 'amd64', arm64: 'arm64' }

/** Beads' own names for what it releases. */
export function releaseFor({ version, platform, arch, releases = home }: Wanted): Release {
  const [system, processor] = [systems[platform], processors[arch]]
  const machine = `${platform}/${arch}`
  if (system === undefined || processor === undefined) throw unknownMachine(version, machine)
  const archive = `beads_${version}_${system}_${processor}.tar.gz`
  const folder = `${releases.replace(/\/+$/, '')}/v${version}`
  return {
    machine,
    version,
    archive,
    url: `${folder}/${archive}`,
    checksums: `${folder}/checksums.txt`,
  }
}

/** The line `<sha256>  <file>`, or with a `*` for binary before the file. */
export function checksumOf(checksums: string, archive: string): string | undefined {
  for (const line of checksums.split('\n')) {
    const [, sum, file] = /^([0-9a-fA-F]{64})[ \t]+\*?(\S+)\s*$/.exec(line) ?? []
    if (file === archive) return sum?.toLowerCase()
  }
  return undefined
}
