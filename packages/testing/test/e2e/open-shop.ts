import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ActWorld, runWorkflows } from '../../src/act/index.ts'
import { runBd } from '../../src/beads/a-bd-store.ts'
import { gitWorld } from '../../src/git/git-world.ts'
import {
  type GitServer,
  type ServedRepository,
  startGitServer,
} from '../../src/git-server/index.ts'
import { type FakeGitHub, startFakeGitHub } from '../../src/github/index.ts'
import { shop, shopFiles, shopIssues } from './shop.ts'

export interface OpenShop {
  readonly github: FakeGitHub
  readonly git: GitServer
  readonly served: ServedRepository
  readonly world: ActWorld
  close(): Promise<void>
}

export interface ShopWish {
  readonly act: string
  readonly example: string
  /** A real bd, for a store that travels through `refs/dolt/data`. */
  readonly bd?: string
  /** Asked after each dispatch: what people do meanwhile. */
  readonly meanwhile?: (served: ServedRepository, run: number) => void
}

/** A repository with one example file on a server, and the suite as `wavefront-actions/wavefront@v1`. */
export async function openShop({ act, example, bd, meanwhile }: ShopWish): Promise<OpenShop> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'shop-')))
  let dispatches = 0
  const github = await startFakeGitHub({
    onDispatch: () => meanwhile?.(served, ++dispatches),
  })
  const git = await startGitServer(github.gitAccess)
  const served = bd
    ? doltRepository(git, { bd, example })
    : git.createRepository('octo/demo', {
        files: { ...shopFiles(example), '.beads/issues.jsonl': shopIssues() },
      })
  github.addRepository('octo/demo', { git: served.path })
  github.addIssue('octo/demo', { number: shop.issue, title: shop.title })
  const tools = join(dir, 'tools')
  if (bd) linkTool(tools, 'bd', bd)
  const world = runWorkflows({
    ...{ act, github, git },
    suite: { path: process.cwd(), repository: 'wavefront-actions/wavefront', ref: 'v1' },
    secrets: { ANTHROPIC_API_KEY: 'sk-of-nobody' },
    maxRuns: 10,
    ...(bd ? { path: [tools] } : {}),
  })
  return {
    ...{ github, git, served, world },
    async close() {
      await world.close()
      await Promise.all([github.close(), git.close()])
      rmSync(dir, { recursive: true, force: true })
    },
  }
}

/** Its database is pushed as a person would push it. */
function doltRepository(
  git: GitServer,
  { bd, example }: { bd: string; example: string },
): ServedRepository {
  const checkout = gitWorld({ files: shopFiles(example) })
  try {
    const served = git.createRepository('octo/demo', { from: checkout.dir })
    checkout.git('remote', 'add', 'origin', served.path)
    const silent = ['--non-interactive', '--skip-hooks', '--skip-agents']
    runBd(bd, checkout.dir, ['init', '--quiet', '--prefix', 'shop', ...silent])
    checkout.write({ 'import.jsonl': shopIssues() })
    runBd(bd, checkout.dir, ['import', '-i', 'import.jsonl'])
    runBd(bd, checkout.dir, ['dolt', 'push'])
    checkout.git('rm', '--quiet', '--cached', '--ignore-unmatch', 'import.jsonl')
    checkout.commit({ '.beads/config.yaml': `sync.remote: "${served.url}"\n` })
    served.git('fetch', '--quiet', checkout.dir, '+HEAD:refs/heads/main')
    return served
  } finally {
    checkout.remove()
  }
}

function linkTool(dir: string, name: string, path: string): void {
  mkdirSync(dir, { recursive: true })
  symlinkSync(path, join(dir, name))
}
