import { mkdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { openStore } from '@wavefront/beads'
import { UserError } from '@wavefront/errors'
import { commitFiles, listFilesAt, type Mirror, readFileAt } from '@wavefront/git'
import type { BranchName, CommitSha, TaskStore } from '@wavefront/wave'
import type { SharedStore } from './shared-store.ts'

export interface JsonlStoreOptions {
  readonly mirror: Mirror
  readonly dir: string
  /** The branch that the file is kept on: its own, or the feature branch. */
  readonly branch: BranchName
  /** What the branch begins with, where it does not exist yet. */
  readonly base: BranchName
  /** A branch of its own holds nothing but the store. */
  readonly isOwn: boolean
  readonly clock: () => Date
}

const names = ['.beads/issues.jsonl', '.beads/beads.jsonl']

interface Copy {
  readonly store: TaskStore
  readonly tip: CommitSha | undefined
  readonly path: string
  /** Everything that a new branch of the store begins with. */
  readonly files: ReadonlyMap<string, string>
}

/** A JSONL file on a branch. It is read and written as a file of ours, and committed when it is to travel. */
export function jsonlStore(options: JsonlStoreOptions): SharedStore {
  const { dir, branch, isOwn } = options
  let copy: Promise<Copy> | undefined
  const open = () => {
    copy ??= makeCopy(options)
    return copy
  }
  return {
    where: isOwn ? `the branch ${branch}` : `${names[0]} on ${branch}`,
    store: {
      read: async () => (await open()).store.read(),
      apply: async (changes) => (await open()).store.apply(changes),
      add: async (tasks) => (await open()).store.add(tasks),
    },
    stage: async () => stage(await open(), options),
    push: async () => {},
    async reload() {
      copy = undefined
      await rm(dir, { recursive: true, force: true })
    },
  }
}

async function makeCopy(options: JsonlStoreOptions): Promise<Copy> {
  const { mirror, dir, branch, base, isOwn } = options
  const { repository } = mirror
  const tip = await repository.resolve(`refs/heads/${branch}`)
  const from = tip ?? (await repository.resolve(`refs/heads/${base}`))
  const path = from && (await findFile(mirror, from))
  if (from === undefined || path === undefined) throw noStore(tip ? [branch] : [branch, base])
  const paths = tip === undefined && isOwn ? await listFilesAt(repository, from, '.beads') : [path]
  const files = new Map<string, string>()
  for (const one of paths) files.set(one, (await readFileAt(repository, from, one)) ?? '')
  await mkdir(join(dir, dirname(path)), { recursive: true })
  const text = files.get(path) ?? ''
  await writeFile(join(dir, path), isOwn && tip ? await withNew(options, text) : text)
  const { store } = await openStore({ dir, file: path, clock: options.clock })
  return { store, tip, path, files }
}

/** Tasks are planned on the base, so what it has and the store's own branch does not know yet is new. */
async function withNew({ mirror, base }: JsonlStoreOptions, text: string): Promise<string> {
  const { repository } = mirror
  const at = await repository.resolve(`refs/heads/${base}`)
  const path = at && (await findFile(mirror, at))
  const planned = at && path ? ((await readFileAt(repository, at, path)) ?? '') : ''
  const known = new Set(text.split('\n').map(idOf))
  const fresh = planned.split('\n').filter((line) => {
    const id = idOf(line)
    return id !== undefined && !known.has(id)
  })
  if (fresh.length === 0) return text
  return `${text.replace(/\n?$/, '\n')}${fresh.join('\n')}\n`
}

/** What is no issue is the store's to complain of, where it is read. */
function idOf(line: string): string | undefined {
  try {
    const issue = JSON.parse(line) as { readonly id?: unknown } | null
    return typeof issue?.id === 'string' ? issue.id : undefined
  } catch {
    return undefined
  }
}

async function findFile({ repository }: Mirror, at: CommitSha): Promise<string | undefined> {
  const there = new Set(await listFilesAt(repository, at, '.beads'))
  return names.find((name) => there.has(name))
}

async function stage({ tip, path, files }: Copy, options: JsonlStoreOptions): Promise<void> {
  const { mirror, dir, branch, clock, isOwn } = options
  const text = await readFile(join(dir, path), 'utf8')
  if (text === files.get(path) && (tip !== undefined || !isOwn)) return
  const ref = `refs/heads/${branch}`
  // The branch may have moved since the copy was made: the feature branch by a landing, any by an earlier push.
  const parent = await mirror.repository.resolve(ref)
  const wanted =
    isOwn && tip === undefined ? new Map([...files, [path, text]]) : new Map([[path, text]])
  const commit = await commitFiles(mirror.repository, {
    ...(parent === undefined ? {} : { parent }),
    files: wanted,
    subject: 'chore: update the tasks',
    at: clock(),
  })
  await mirror.moveBranch(branch, commit)
}

function noStore(branches: readonly BranchName[]): UserError {
  const [branch, base] = branches
  const where =
    base === undefined
      ? `the branch ${branch} has no`
      : `neither the branch ${branch} nor ${base} has a`
  return new UserError({
    what: `there is no task store: ${where} file ${names[0]}`,
    fix: 'commit the tasks to the base: `wavefront run --from PLAN --dry-run` shows what a plan file would give, `bd init` begins a store by hand. A branch of another use is passed over with another `store_branch`',
  })
}
