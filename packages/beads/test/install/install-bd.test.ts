import { execFileSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { createServer, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import { type InstallOptions, installBd } from '../../src/index.ts'

const archive = 'beads_1.3.0_linux_amd64.tar.gz'
const sumsPath = '/v1.3.0/checksums.txt'
const archivePath = `/v1.3.0/${archive}`

let dir: string
let site: Site

beforeEach(async () => {
  dir = mkdtempSync(join(tmpdir(), 'install-bd-'))
  site = await openSite()
})

afterEach(async () => {
  site.server.closeAllConnections()
  await new Promise((resolve) => site.server.close(resolve))
  rmSync(dir, { recursive: true, force: true })
})

describe('where bd comes from', () => {
  test('PATH, when it is of that version', async () => {
    const path = putBd('bin', '1.3.0')
    expect(await install({ folders: ['bin'] })).toEqual({ path, is: 'found' })
    expect(site.asked).toEqual([])
  })

  test('a later folder of PATH, past one of another version and past relative ones', async () => {
    putBd('old', '1.2.0')
    const path = putBd('new', '1.3.0')
    const log: string[] = []
    const env = {
      PATH: ['.', '', join(dir, 'old'), join(dir, 'new'), process.env.PATH].join(delimiter),
    }
    expect(await install({ env, log: (line) => log.push(line) })).toEqual({ path, is: 'found' })
    expect(log[0]).toBe(`${join(dir, 'old', 'bd')} is not used: bd 1.3.0 is wanted, it is 1.2.0`)
  })

  test('the release, then the tool cache, whose layout is that of @actions/tool-cache', async () => {
    release(bdScript('1.3.0'))
    const path = join(dir, 'tools', 'bd', '1.3.0', 'x64', 'bd')
    expect(await install()).toEqual({ path, is: 'downloaded' })
    expect(site.asked).toEqual([sumsPath, archivePath])
    expect(readdirSync(join(dir, 'tools', 'bd', '1.3.0')).sort()).toEqual(['x64', 'x64.complete'])
    expect(readdirSync(join(dir, 'tools', 'bd', '1.3.0', 'x64'))).toEqual(['bd'])
    expect(statSync(path).mode & 0o777).toBe(0o755)
    expect(await install()).toEqual({ path, is: 'cached' })
    expect(site.asked).toHaveLength(2)
  })

  test('the release again, when the cached one has no marker or is broken', async () => {
    release(bdScript('1.3.0'))
    await install()
    rmSync(join(dir, 'tools/bd/1.3.0/x64.complete'))
    expect(await install()).toMatchObject({ is: 'downloaded' })
    writeFileSync(join(dir, 'tools/bd/1.3.0/x64/bd'), 'half')
    const again = await install()
    expect(again.is).toBe('downloaded')
    expect(execFileSync(again.path, ['version', '--json'], { encoding: 'utf8' })).toContain('1.3.0')
  })

  test('an archive packed as those for macOS are', async () => {
    release(bdScript('1.3.0'), { members: '.' })
    expect(await install()).toMatchObject({ is: 'downloaded' })
  })

  test('two at once end with the same file', async () => {
    release(bdScript('1.3.0'))
    const [one, two] = await Promise.all([install(), install()])
    expect(one.path).toBe(two.path)
    expect(readdirSync(join(dir, 'tools/bd/1.3.0/x64'))).toEqual(['bd'])
  })
})

describe('what is refused, and nothing is kept', () => {
  afterEach(() => {
    expect(existsSync(join(dir, 'tools'))).toBe(false)
  })

  test('a file that is not what checksums.txt says', async () => {
    release(bdScript('1.3.0'))
    site.files.set(sumsPath, `${'0'.repeat(64)}  ${archive}\n`)
    await expect(install()).rejects.toThrow(
      /was not installed: .*checksums\.txt says 0{64}, but it is/,
    )
  })

  test('a file that checksums.txt does not name', async () => {
    release(bdScript('1.3.0'))
    site.files.set(sumsPath, `${'0'.repeat(64)}  ${archive}.sig\n`)
    await expect(install()).rejects.toThrow(/checksums\.txt has no line for it/)
    expect(site.asked).toEqual([sumsPath])
  })

  test('a release without checksums.txt', async () => {
    release(bdScript('1.3.0'))
    site.files.delete(sumsPath)
    await expect(install()).rejects.toThrow(/checksums\.txt is not there \(HTTP 404\)/)
  })

  test('a binary that is of another version', async () => {
    release(bdScript('1.2.9'))
    await expect(install()).rejects.toThrow(/has no bd 1\.3\.0 .*it is 1\.2\.9/)
  })

  test('a binary that does not run here', async () => {
    release('\x7fELF but not really')
    await expect(install()).rejects.toThrow(/has no bd 1\.3\.0 that runs on this machine/)
  })

  test('an archive whose bd leads elsewhere', async () => {
    release('link', { link: '/bin/sh' })
    await expect(install()).rejects.toThrow(/its bd is not a file/)
  })

  test('an archive that is none', async () => {
    put(Buffer.from('<html>'))
    await expect(install()).rejects.toThrow(/has no bd 1\.3\.0/)
  })

  test.each([
    ['latest', /bd_version is "latest", which is not an exact version/],
    ['../../x', /not an exact version/],
    ['0.55.4', /the versions 0\.51 to 0\.62 lose or hide/],
  ])('the version %s', async (version, message) => {
    await expect(install({ version })).rejects.toThrow(message)
    expect(site.asked).toEqual([])
  })

  test('a machine that Beads releases nothing for', async () => {
    await expect(install({ platform: 'linux', arch: 's390x' })).rejects.toThrow(
      /no bd for linux\/s390x\n {2}fix: .*put bd 1\.3\.0 on PATH/,
    )
  })
})

describe('a bad connection', () => {
  test('is tried again, with pauses, and then it is well', async () => {
    release(bdScript('1.3.0'))
    site.faults.push('busy', 'cut', 'hang')
    const log: string[] = []
    const options = { timeoutMs: 500, log: (line: string) => void log.push(line) }
    expect(await install(options)).toMatchObject({ is: 'downloaded' })
    expect(log.map((line) => line.replace(/^\S+ /, '')).slice(0, 3)).toEqual([
      'HTTP 503; trying again in 0.001 s',
      expect.stringMatching(/; trying again in 0.001 s$/),
      'no whole answer within 0.5 s; trying again in 0.001 s',
    ])
  })

  test('is given up in the end, with what to do instead', async () => {
    site.faults.push('busy', 'busy', 'busy', 'busy', 'busy')
    await expect(install()).rejects.toThrow(
      /could not be downloaded from .*checksums\.txt: HTTP 503\n {2}fix: let this runner reach .*store: embedded/,
    )
    expect(site.asked).toHaveLength(4)
  })

  test('a server that refuses is not asked again', async () => {
    site.faults.push('refuse')
    await expect(install()).rejects.toThrow(/HTTP 403/)
    expect(site.asked).toHaveLength(1)
  })

  test('no server at all', async () => {
    const releases = 'http://127.0.0.1:1'
    await expect(install({ releases })).rejects.toThrow(/could not be downloaded from http:\/\/127/)
  })
})

interface Wish extends Partial<InstallOptions> {
  readonly folders?: readonly string[]
}

function install({ folders = [], ...options }: Wish = {}) {
  // Without the machine's own bd, if it has one.
  const path = [...folders.map((name) => join(dir, name)), '/usr/bin', '/bin'].join(delimiter)
  return installBd({
    version: '1.3.0',
    env: { PATH: path },
    cacheDir: join(dir, 'tools'),
    platform: 'linux',
    arch: 'x64',
    releases: site.url,
    pausesMs: [1, 1, 1],
    log: () => {},
    ...options,
  })
}

function bdScript(version: string): string {
  return `#!/bin/sh\necho '{"build":"x","version":"${version}"}'\n`
}

function putBd(folder: string, version: string): string {
  const path = join(dir, folder, 'bd')
  mkdirSync(join(dir, folder), { recursive: true })
  writeFileSync(path, bdScript(version))
  chmodSync(path, 0o755)
  return path
}

/** An archive as Beads makes it, with its checksum, on the site. */
function release(binary: string, { members = '', link = '' } = {}): void {
  const folder = mkdtempSync(join(dir, 'release-'))
  for (const name of ['LICENSE', 'README.md']) writeFileSync(join(folder, name), name)
  if (link) symlinkSync(link, join(folder, 'bd'))
  else writeFileSync(join(folder, 'bd'), binary)
  const names = members ? [members] : ['LICENSE', 'README.md', 'bd']
  const file = join(dir, archive)
  execFileSync('tar', ['-czf', file, '-C', folder, ...names])
  put(readFileSync(file))
}

function put(content: Buffer): void {
  const sum = createHash('sha256').update(content).digest('hex')
  site.files.set(archivePath, content)
  site.files.set(
    sumsPath,
    `${'1'.repeat(64)}  beads_1.3.0_linux_arm64.tar.gz\n${sum}  ${archive}\n`,
  )
}

type Fault = 'busy' | 'cut' | 'hang' | 'refuse'

interface Site {
  readonly server: Server
  readonly url: string
  readonly files: Map<string, Buffer | string>
  readonly asked: string[]
  /** What becomes of the next requests, in order. */
  readonly faults: Fault[]
}

async function openSite(): Promise<Site> {
  const files = new Map<string, Buffer | string>()
  const asked: string[] = []
  const faults: Fault[] = []
  const server = createServer(({ url = '' }, response) => {
    asked.push(url)
    const fault = faults.shift()
    if (fault !== undefined) return misbehave(response, fault)
    const file = files.get(url)
    return file === undefined ? response.writeHead(404).end() : response.end(file)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return { server, url: `http://127.0.0.1:${port}`, files, asked, faults }
}

function misbehave(response: ServerResponse, fault: Fault) {
  if (fault === 'busy') return response.writeHead(503).end('busy')
  if (fault === 'refuse') return response.writeHead(403).end('no')
  response.writeHead(200, { 'content-length': '1000' }).write('a part')
  if (fault === 'cut') setTimeout(() => response.destroy(), 20)
  return response
}
