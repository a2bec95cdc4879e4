import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import {
  type Checkout,
  pushEach,
  readBundle,
  refuseForeign,
  remedyFor,
  writeBundle,
} from '@wavefront/git'
import type { Hosting } from '@wavefront/hosting'
import { type Branches, type TaskResult, taskBranch } from '@wavefront/wave'
import type { TaskInputs } from './inputs.ts'

export interface Publisher extends Pick<Branches, 'publish'> {
  /** The outputs that say where the result is. */
  made(): Readonly<Record<string, string>>
}

export interface Publishing {
  readonly hosting: Hosting
  readonly checkout: Checkout
  readonly inputs: TaskInputs
}

/** The one commit as a file for an artifact, or on the task's branch, which must not be anybody else's. */
export async function openPublisher({ hosting, checkout, inputs }: Publishing): Promise<Publisher> {
  const { mirror, scratch, feature } = hosting
  const { task_id: id, publish: how } = inputs
  const branch = taskBranch(feature, id)
  const name = `refs/heads/${branch}`
  const older = how === 'branch' ? await mirror.repository.resolve(name) : undefined
  if (older) await refuseForeign(mirror.repository, [{ id, ref: { name, commit: older } }])
  let made: Readonly<Record<string, string>> = {}
  return {
    made: () => made,
    async publish(result) {
      const { commit, base } = result
      if (commit === undefined) return
      const bundle = join(scratch, 'result.bundle')
      await writeBundle(checkout.repository, { file: bundle, commit, base })
      if (how === 'bundle') {
        made = { bundle }
        return
      }
      // Not from the checkout, whose settings the agent may have changed: a proxy would see the token.
      await readBundle(mirror.repository, bundle)
      const change = { ref: name, to: commit, expect: older ?? ('absent' as const) }
      const [refused] = await pushEach(mirror, [change])
      if (refused) throw cannotPush(branch, refused.reason, result)
      made = { task_branch: branch }
    },
  }
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
