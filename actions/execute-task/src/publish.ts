import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import { type Checkout, pushEach, writeBundle } from '@wavefront/git'
import type { Hosting } from '@wavefront/hosting'
import { type Branches, taskBranch } from '@wavefront/wave'
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

/** The one commit as a file for an artifact, or on the task's branch. */
export function publisher({ hosting, checkout, inputs }: Publishing): Publisher {
  const { mirror, scratch, feature } = hosting
  const { task_id: id, publish: how } = inputs
  let made: Readonly<Record<string, string>> = {}
  return {
    made: () => made,
    async publish({ commit, base }) {
      if (commit === undefined) return
      if (how === 'bundle') {
        const bundle = join(scratch, 'result.bundle')
        await writeBundle(checkout.repository, { file: bundle, commit, base })
        made = { bundle }
        return
      }
      const branch = taskBranch(feature, id)
      const ref = `refs/heads/${branch}`
      const expect = (await mirror.repository.resolve(ref)) ?? ('absent' as const)
      const here = { ...mirror, repository: checkout.repository }
      const [refused] = await pushEach(here, [{ ref, to: commit, expect }])
      if (refused) throw cannotPush(branch, refused.reason)
      made = { task_branch: branch }
    },
  }
}

function cannotPush(branch: string, reason: string): UserError {
  return new UserError({
    what: `the branch ${branch} could not be pushed: ${reason}`,
    where: 'publish',
    fix: 'give the job `permissions: contents: write`, or use `publish: bundle` and upload the bundle as an artifact',
  })
}
