import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import {
  type Checkout,
  pushEach,
  type Rejection,
  readBundle,
  refuseForeign,
  remedyFor,
  writeBundle,
} from '@wavefront/git'
import type { Hosting } from '@wavefront/hosting'
import {
  type Branches,
  type CommitSha,
  type TaskResult,
  taskBranch,
  trailer,
  type Workspace,
} from '@wavefront/wave'
import type { TaskInputs } from './inputs.ts'

export interface Publisher extends Pick<Branches, 'publish'> {
  /** What the server has been given of a result, which may be less than it was. */
  readonly published: { readonly result?: TaskResult; readonly outputs: Outputs }
}

type Outputs = Readonly<Record<string, string>>

export interface Publishing {
  readonly hosting: Hosting
  readonly checkout: Checkout
  readonly inputs: TaskInputs
  /** Makes the last commit again, with another message and without its files. */
  readonly commitAgain: CommitAgain
}

export type CommitAgain = (result: TaskResult) => Promise<CommitSha>

/** A workspace whose last commit can be made again so. */
export function remembering(workspace: Workspace): [Workspace, CommitAgain] {
  let last: Parameters<Workspace['commit']>[1] | undefined
  const commit: Workspace['commit'] = (tree, message) => {
    last = message
    return workspace.commit(tree, message)
  }
  return [
    { ...workspace, commit },
    ({ outcome, reason = '' }) => {
      if (last === undefined) throw new Error('there is no commit to be made again')
      const told = { [trailer.outcome]: outcome, [trailer.reason]: reason }
      const trailers = { ...last.trailers, ...told }
      return workspace.commit('unchanged', { ...last, body: reason, trailers })
    },
  ]
}

/** The one commit as a file for an artifact, or on the task's branch, which must not be anybody else's. */
export async function openPublisher(publishing: Publishing): Promise<Publisher> {
  const { hosting, checkout, inputs, commitAgain } = publishing
  const { mirror, scratch, feature } = hosting
  const { task_id: id, publish: how } = inputs
  const branch = taskBranch(feature, id)
  const name = `refs/heads/${branch}`
  const older = how === 'branch' ? await mirror.repository.resolve(name) : undefined
  if (older) await refuseForeign(mirror.repository, [{ id, ref: { name, commit: older } }])
  let published: Publisher['published'] = { outputs: {} }

  async function bundle({ base }: TaskResult, commit: CommitSha): Promise<string> {
    const file = join(scratch, 'result.bundle')
    await writeBundle(checkout.repository, { file, commit, base })
    return file
  }

  async function push(result: TaskResult, commit: CommitSha): Promise<Rejection | undefined> {
    // Not from the checkout, whose settings the agent may have changed: a proxy would see the token.
    await readBundle(mirror.repository, await bundle(result, commit))
    const change = { ref: name, to: commit, expect: older ?? ('absent' as const) }
    const [refused] = await pushEach(mirror, [change])
    return refused
  }

  return {
    get published() {
      return published
    },
    async publish(result) {
      const { commit } = result
      if (commit === undefined) return
      if (how === 'bundle') {
        published = { result, outputs: { bundle: await bundle(result, commit) } }
        return
      }
      const outputs = { task_branch: branch }
      const refused = await push(result, commit)
      published = { result, outputs }
      if (refused === undefined) return
      const told = withoutFiles(result, refused)
      const bare = told && (await commitAgain(told))
      if (!bare || (await push(told, bare))) throw cannotPush(branch, refused.reason, result)
      published = { result: { ...told, commit: bare }, outputs }
    },
  }
}

/** What the server may have refused because of the files, such as a workflow: what came of the task can still be told. */
function withoutFiles(result: TaskResult, { reason: why }: Rejection): TaskResult | undefined {
  if (!/declined|refusing to allow/.test(why)) return undefined
  const where =
    "so its files are not on this branch. They are in `changes.patch`, in the artifact of the task's job"
  const { greenTree: _, ...rest } = result
  if (result.outcome !== 'done') {
    return { ...rest, reason: `${result.reason}\nThe server did not take the work, ${where}.` }
  }
  const fix = remedyFor(why)
  const reason = `the server did not take the work (${why}), ${where}.`
  return { ...rest, outcome: 'rejected', reason: fix ? `${reason}\nTo mend it: ${fix}` : reason }
}

function cannotPush(branch: string, why: string, { outcome, reason }: TaskResult): UserError {
  const own = outcome === 'done' ? '' : ` (the task itself: ${outcome}, ${reason})`
  return new UserError({
    what: `the branch ${branch} could not be pushed: ${why}${own}`,
    where: 'publish',
    fix:
      remedyFor(why) ??
      'give the job `permissions: contents: write`, or use `publish: bundle` and upload the bundle as an artifact',
  })
}
