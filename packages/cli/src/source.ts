import { access, readdir, readFile, stat } from 'node:fs/promises'
import { basename, dirname, join, relative, resolve } from 'node:path'
import { openStore, type StoreOptions } from '@wavefront/beads'
import { UserError, unwrap } from '@wavefront/errors'
import { longTextsFolder, type Plan, parsePlan, planPaths } from '@wavefront/plans'
import type { Task } from '@wavefront/tasks'
import type { StoredTasks } from '@wavefront/wave'

export interface SourceOptions {
  readonly from?: string
  readonly tag?: string
  readonly store: string
}

/** Where a command was typed, and the repository that is about. */
export interface Place {
  readonly cwd: string
  readonly top: string
}

/** Tasks to look at, wherever they are written. */
export interface Source {
  readonly title: string
  readonly tasks: readonly Task[]
  readonly attempts: StoredTasks['attempts']
  readonly notes: readonly string[]
}

/** What `ready` and `graph` show: the plan or the store that was named, else the store, else a plan found. */
export async function readSource(options: SourceOptions, cwd: string): Promise<Source> {
  const place = { cwd, top: await findTop(cwd) }
  const from = await findPlan(options, place)
  if (from === undefined) return readStore(options.store, place)
  if (from.endsWith('.jsonl')) return readStore(from, place)
  const { title, tasks, notes } = await readPlan(from, options, place.top)
  return { title, tasks, notes, attempts: new Map() }
}

/** The plan to read, as a full path, or nothing when it is the store's turn. */
export async function findPlan(
  { from, store }: SourceOptions,
  { cwd, top }: Place,
): Promise<string | undefined> {
  if (from !== undefined) return resolve(cwd, from)
  if (store !== 'auto' || (await exists(join(top, '.beads')))) return undefined
  for (const path of planPaths) if (await exists(join(top, path))) return join(top, path)
  throw new UserError({
    what: 'there are no tasks here: no store in .beads/ and no plan',
    fix: `name a plan with --from FILE, or put one at ${planPaths.join(', ')}`,
  })
}

export async function readPlan(
  path: string,
  { tag }: Pick<SourceOptions, 'tag'>,
  top: string,
): Promise<Plan> {
  const inside = relative(top, path)
  const shown = inside.startsWith('..') ? path : inside
  const text = await readText(path, shown)
  const texts = await readLongTexts(path)
  return unwrap(parsePlan({ path: shown, text, texts }, tag === undefined ? {} : { tag }))
}

async function readStore(store: string, place: Place): Promise<Source> {
  const options = storeOptions(store, place)
  const opened = await openStore(options)
  const title = options.file === undefined ? 'Tasks' : basename(store)
  return { title, ...(await opened.store.read()) }
}

/** A kind of store, or a JSONL file by name. */
export function storeOptions(store: string, { cwd, top }: Place): StoreOptions {
  if (store === 'auto' || store === 'embedded' || store === 'bd') return { dir: top, kind: store }
  return { dir: top, kind: 'embedded', file: resolve(cwd, store) }
}

/** The nearest folder upwards with a store or a repository; else where we are. */
async function findTop(cwd: string): Promise<string> {
  for (let dir = cwd; ; dir = dirname(dir)) {
    if ((await exists(join(dir, '.beads'))) || (await exists(join(dir, '.git')))) return dir
    if (dir === dirname(dir)) return cwd
  }
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
