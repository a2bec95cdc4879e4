import type { TaskId } from '@wavefront/tasks'
import {
  type Branches,
  branchName,
  type CommitSha,
  commitSha,
  type LandedTask,
  type Merged,
  type MergeRequest,
  type Merger,
  type TaskResult,
  TipMovedError,
  type Workspace,
  type Workspaces,
} from '@wavefront/wave'

type Files = Readonly<Record<string, string>>

interface Commit {
  readonly files: Files
  readonly parents: readonly CommitSha[]
  readonly landed?: Omit<LandedTask, 'commit'>
}

/** Git as the use cases see it, in memory: whole files are merged, and two sides of one file conflict. */
export interface MemoryRepository {
  readonly branches: Branches
  readonly merger: Merger
  readonly workspaces: Workspaces
  /** The files of a workspace: what an agent edits. */
  filesIn(dir: string): Record<string, string>
  /** The files at the tip of the feature branch. */
  tipFiles(): Files
  /** Somebody commits these files on the base. */
  growBase(files: Files): void
  /** Somebody pushes these files to the feature branch. */
  growFeature(files: Files): void
  /** Remembers where everything is; the answer puts it back. */
  checkpoint(): () => void
  /** Work that is kept for people. */
  readonly setAside: ReadonlySet<TaskId>
  readonly results: ReadonlyMap<TaskId, TaskResult>
}

export function memoryRepository(files: Files = { 'README.md': 'hello\n' }): MemoryRepository {
  const commits = new Map<CommitSha, Commit>()
  const names = new Map<string, CommitSha>()
  const results = new Map<TaskId, TaskResult>()
  const setAside = new Set<TaskId>()
  const directories = new Map<string, Record<string, string>>()
  const lanes = new Set<number>()
  const root = add({ files, parents: [] })
  let tip = root
  let update: CommitSha | undefined

  /** The same commit has the same name, as in git. */
  function add(commit: Commit): CommitSha {
    const content = JSON.stringify(commit)
    const sha = names.get(content) ?? commitSha((names.size + 1).toString(16).padStart(40, '0'))
    names.set(content, sha)
    commits.set(sha, commit)
    return sha
  }

  function get(sha: CommitSha): Commit {
    const commit = commits.get(sha)
    if (!commit) throw new Error(`no commit ${sha}`)
    return commit
  }

  function firstParents(from: CommitSha): CommitSha[] {
    const found: CommitSha[] = []
    for (let at: CommitSha | undefined = from; at; at = get(at).parents[0]) found.push(at)
    return found.reverse()
  }

  function readLanded(): LandedTask[] {
    return firstParents(tip).flatMap((commit) => {
      const { landed } = get(commit)
      return landed ? [{ ...landed, commit }] : []
    })
  }

  function publish(result: TaskResult): void {
    if (result.outcome === 'done') results.set(result.id, result)
    else if (result.commit) setAside.add(result.id)
  }

  const branches: Branches = {
    readTip: async () => tip,
    read: async () => ({
      ...{ tip, landed: readLanded(), results: [...results.values()] },
      ...(update === undefined ? {} : { update }),
    }),
    publish: async (result) => publish(result),
    publishAll: async (all) => all.forEach(publish),
    async land({ from, to, landed, setAside: aside }) {
      if (tip !== from && tip !== to) throw new TipMovedError(branchName('feature'), from, tip)
      tip = to
      update = undefined
      for (const id of landed) results.delete(id)
      for (const id of aside) if (results.delete(id)) setAside.add(id)
    },
  }

  async function merge({ tip: onto, commit, of }: MergeRequest): Promise<Merged> {
    const ours = get(onto)
    const theirs = get(commit)
    const base = get(theirs.parents[0] as CommitSha).files
    const merged: Record<string, string> = { ...ours.files }
    const paths = changed(base, theirs.files)
    const conflicts = paths.filter(
      (path) => ours.files[path] !== base[path] && ours.files[path] !== theirs.files[path],
    )
    if (conflicts.length > 0) return { is: 'requeued', why: 'both changed it', paths: conflicts }
    for (const path of paths) merged[path] = theirs.files[path] ?? ''
    const sha = add({ files: merged, parents: [onto, commit], ...landedBy(of) })
    return { is: 'merged', commit: sha, tree: JSON.stringify(merged), resolutions: [], shared: [] }
  }

  async function open(at: CommitSha): Promise<Workspace> {
    const lane = firstFree(lanes)
    lanes.add(lane)
    const dir = `/lane-${lane}`
    const opened = get(at).files
    const work = { ...opened }
    directories.set(dir, work)
    const trees = new Map<string, Files>()
    return {
      dir,
      lane,
      async snapshot() {
        const now = { ...work }
        const paths = changed(opened, now)
        if (paths.length === 0) return { is: 'unchanged' }
        const tree = JSON.stringify(now)
        trees.set(tree, now)
        const conflicted = paths.filter((path) => now[path]?.includes('<<<<<<<'))
        return { is: 'changed', tree, files: paths, conflicted }
      },
      commit: async (tree) => add({ files: trees.get(tree) as Files, parents: [at] }),
      async close() {
        lanes.delete(lane)
        directories.delete(dir)
      },
    }
  }

  return {
    branches,
    merger: { merge },
    workspaces: { open },
    filesIn(dir) {
      const found = directories.get(dir)
      if (!found) throw new Error(`no workspace ${dir}`)
      return found
    },
    growBase(more) {
      update = add({ files: { ...files, ...more }, parents: [root] })
    },
    growFeature(more) {
      tip = add({ files: { ...get(tip).files, ...more }, parents: [tip] })
    },
    checkpoint() {
      const saved = { tip, update, results: new Map(results), setAside: new Set(setAside) }
      return () => {
        ;({ tip, update } = saved)
        results.clear()
        for (const [id, result] of saved.results) results.set(id, result)
        setAside.clear()
        for (const id of saved.setAside) setAside.add(id)
      }
    },
    tipFiles: () => get(tip).files,
    setAside,
    results,
  }
}

function changed(before: Files, after: Files): string[] {
  const paths = new Set([...Object.keys(before), ...Object.keys(after)])
  return [...paths].filter((path) => before[path] !== after[path])
}

function landedBy(of: MergeRequest['of']): Pick<Commit, 'landed'> {
  return of.is === 'task' ? { landed: { id: of.id, wave: of.wave, attempt: of.attempt } } : {}
}

function firstFree(taken: ReadonlySet<number>): number {
  let lane = 1
  while (taken.has(lane)) lane += 1
  return lane
}
