import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ActWorld, runWorkflows } from '../../src/act/index.ts'
import { runBd } from '../../src/beads/a-bd-store.ts'
import { type GitWorld, gitWorld } from '../../src/git/git-world.ts'
import {
  type GitServer,
  type ServedRepository,
  startGitServer,
} from '../../src/git-server/index.ts'
import { type FakeGitHub, startFakeGitHub } from '../../src/github/index.ts'
import { type ShopTask, shop, shopFiles, shopIssues } from './shop.ts'

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
  /** Instead of all of them. */
  readonly tasks?: readonly ShopTask[]
}

/** What somebody merges to the base while the second wave is on its way. */
export const news = 'docs/news.txt'

/** A repository with one example file on a server, and the suite as `wavefront-actions/wavefront@v1`. */
export async function openShop({ act, example, bd, tasks }: ShopWish): Promise<OpenShop> {
  const dir = realpathSync(mkdtempSync(join(tmpdir(), 'shop-')))
  let dispatches = 0
  const moveTheBase = () => {
    if (++dispatches === 2) served.git('update-ref', 'refs/heads/main', 'refs/meanwhile')
  }
  const github = await startFakeGitHub({ onDispatch: moveTheBase })
  const git = await startGitServer(github.gitAccess)
  const served = publish(git, { example, ...(bd && { bd }), ...(tasks && { tasks }) })
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

function publish(git: GitServer, { example, bd, tasks }: Omit<ShopWish, 'act'>): ServedRepository {
  const store = bd ? {} : { '.beads/issues.jsonl': shopIssues(tasks) }
  const checkout = gitWorld({ files: { ...shopFiles(example), ...store } })
  try {
    const served = git.createRepository('octo/demo', { from: checkout.dir })
    if (bd) pushDatabase(checkout, served, bd)
    const later = checkout.commitOn('HEAD', { [news]: 'something else\n' }, 'news')
    served.git(
      'fetch',
      '--quiet',
      checkout.dir,
      '+HEAD:refs/heads/main',
      `+${later}:refs/meanwhile`,
    )
    return served
  } finally {
    checkout.remove()
  }
}

/** As a person would, from where the tasks were planned. */
function pushDatabase(checkout: GitWorld, served: ServedRepository, bd: string): void {
  checkout.git('remote', 'add', 'origin', served.path)
  const silent = ['--non-interactive', '--skip-hooks', '--skip-agents']
  runBd(bd, checkout.dir, ['init', '--quiet', '--prefix', 'shop', ...silent])
  const plan = join(checkout.dir, '.git', 'plan.jsonl')
  writeFileSync(plan, shopIssues())
  runBd(bd, checkout.dir, ['import', '-i', plan])
  runBd(bd, checkout.dir, ['dolt', 'push'])
  const config = { '.beads/config.yaml': `sync.remote: "git+${served.url}.git"\n` }
  checkout.git('update-ref', 'HEAD', checkout.commitOn('HEAD', config, 'the store'))
}

function linkTool(dir: string, name: string, path: string): void {
  mkdirSync(dir, { recursive: true })
  symlinkSync(path, join(dir, name))
}
