import { access, readdir, readFile, stat } from 'node:fs/promises'
import { basename, join, relative, resolve } from 'node:path'
import { openStore } from '@wavefront/beads'
import { UserError, unwrap } from '@wavefront/errors'
import { longTextsFolder, type Plan, parsePlan, planPaths } from '@wavefront/plans'
import type { Task } from '@wavefront/tasks'
import type { StoredTasks } from '@wavefront/wave'

export interface SourceOptions {
  readonly from?: string
  readonly tag?: string
  readonly store: string
}

/** Tasks to look at, wherever they are written. */
export interface Source {
  readonly title: string
  readonly tasks: readonly Task[]
  readonly attempts: StoredTasks['attempts']
  readonly notes: readonly string[]
}

/** What `ready` and `graph` show: the plan or the store that was named, else the store, else a plan found. */
export async function readSource(options: SourceOptions, dir: string): Promise<Source> {
  const from = await findPlan(options, dir)
  if (from === undefined) return readStore(options.store, dir)
  if (from.endsWith('.jsonl')) return readStore(from, dir)
  const { title, tasks, notes } = await readPlan(from, options, dir)
  return { title, tasks, notes, attempts: new Map() }
}

/** The plan to read, or nothing when it is the store's turn. */
export async function findPlan(
  { from, store }: SourceOptions,
  dir: string,
): Promise<string | undefined> {
  if (from !== undefined) return from
  if (store !== 'auto' || (await exists(join(dir, '.beads')))) return undefined
  for (const path of planPaths) if (await exists(join(dir, path))) return path
  throw new UserError({
    what: 'there are no tasks here: no store in .beads/ and no plan',
    fix: `name a plan with --from FILE, or put one at ${planPaths.join(', ')}`,
  })
}

export async function readPlan(
  from: string,
  { tag }: Pick<SourceOptions, 'tag'>,
  dir: string,
): Promise<Plan> {
  const path = resolve(dir, from)
  const text = await readText(path, from)
  const shown = relative(dir, path).startsWith('..') ? from : relative(dir, path)
  const texts = await readLongTexts(path)
  return unwrap(parsePlan({ path: shown, text, texts }, tag === undefined ? {} : { tag }))
}

async function readStore(store: string, dir: string): Promise<Source> {
  const isKind = store === 'auto' || store === 'embedded' || store === 'bd'
  const opened = await openStore(
    isKind ? { dir, kind: store } : { dir, kind: 'embedded', file: resolve(dir, store) },
  )
  return { title: isKind ? 'Tasks' : basename(store), ...(await opened.store.read()) }
}

async function readText(path: string, shown: string): Promise<string> {
  try {
    if ((await stat(path)).isDirectory()) throw new Error('it is a directory')
    return await readFile(path, 'utf8')
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split(',', 1)[0] : String(cause)
    throw new UserError(
      {
        what: `the plan cannot be read (${why})`,
        where: shown,
        fix: 'name a file with --from FILE',
      },
      { cause },
    )
  }
}

/** TaskMaster keeps longer texts of its tasks in a folder beside the list. */
async function readLongTexts(plan: string): Promise<Map<string, string>> {
  const docs = longTextsFolder(plan)
  const texts = new Map<string, string>()
  if (docs === undefined || !(await exists(docs))) return texts
  for (const entry of await readdir(docs, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name)
    const isText = entry.isFile() && /\.(md|txt)$/.test(entry.name)
    if (isText) texts.set(relative(docs, path), await readFile(path, 'utf8'))
  }
  return texts
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
