import type { AttemptRecord, HeldTask, Task, TaskId } from '@wavefront/tasks'
import { type BranchName, failedBranch } from './names.ts'
import type { PreparedWave } from './prepare-wave.ts'

/** A task that does not go on by itself: why, and what a person can do about it. */
export interface StuckTask {
  readonly id: TaskId
  readonly why: string
  readonly remedy: string
  /** Nobody has to do anything: it goes on by itself when others are done. */
  readonly goesOn?: true
}

/** Every unfinished task of a wave in which nothing can run, with its remedy. */
export function explainStuck(
  wave: PreparedWave,
  feature: BranchName,
  allowMore = (attempts: number) => `allow one more: --max-attempts ${attempts}`,
): StuckTask[] {
  return [
    ...wave.held.flatMap((held) => explainHeld(held, wave, { feature, allowMore })),
    ...wave.readiness.paused.map((id) => explainPaused(wave.graph.find(id) as Task)),
    ...wave.readiness.waiting.map(({ id, for: awaited }) => explainWaiting(wave, id, awaited)),
  ]
}

function explainHeld(
  { id, because }: HeldTask,
  { attempts }: PreparedWave,
  { feature, allowMore }: { feature: BranchName; allowMore: (attempts: number) => string },
): StuckTask[] {
  const last = attempts.get(id)?.at(-1)
  if (because.is === 'set-aside') {
    const branch = failedBranch(feature, id)
    return [
      {
        id,
        why: `its merge is left to a person: ${firstLine(last?.reason) ?? endings['set-aside']}`,
        remedy: `merge the branch ${branch} into ${feature} by hand and close the task, or write \`conflicts: theirs\` to have it done again`,
      },
    ]
  }
  if (because.is !== 'out-of-attempts') return []
  const work = last?.commit
    ? `see its work on the branch ${failedBranch(feature, id)}`
    : 'read its log in the report'
  const tries = because.attempts === 1 ? 'once' : `${because.attempts} times`
  return [
    {
      id,
      why: `failed ${tries}; the last attempt: ${describeEnd(last)}`,
      remedy: `${work}, make the task clearer or mend the cause, then ${allowMore(because.attempts + 1)}`,
    },
  ]
}

function firstLine(text: string | undefined): string | undefined {
  return text?.split('\n')[0]
}

const endings: Record<AttemptRecord['end'], string> = {
  failed: 'the agent or the checks failed',
  'timed-out': 'it took too long',
  'no-changes': 'the agent changed nothing',
  rejected: 'its changes were rejected',
  requeued: 'its changes conflict with others that landed',
  'set-aside': 'its changes conflict with others, and a person is to merge them',
  ejected: 'the checks were red with its changes merged',
  landed: 'it landed and was reopened',
}

function describeEnd(last: AttemptRecord | undefined): string {
  return last ? endings[last.end] : 'unknown'
}

function explainPaused({ id, why = 'paused' }: Task): StuckTask {
  return { id, why, remedy: 'set it to open again in the store, or close it' }
}

function explainWaiting(wave: PreparedWave, id: TaskId, awaited: readonly TaskId[]): StuckTask {
  const own = awaited.find((other) => isAbove(wave, other, id))
  if (own !== undefined) {
    return {
      id,
      why: `waits for its own epic ${own}, which is closed only after it`,
      remedy: `tie it to the epic as a child instead: bd dep remove ${id} ${own} && bd dep add ${id} ${own} -t parent-child`,
    }
  }
  return {
    id,
    why: `waits for ${awaited.join(', ')}`,
    remedy: `goes on by itself when ${awaited.length === 1 ? 'that is' : 'those are'} done`,
    goesOn: true,
  }
}

function isAbove({ graph }: PreparedWave, above: TaskId, id: TaskId): boolean {
  let at = graph.find(id)?.parent
  while (at !== undefined && at !== above) at = graph.find(at)?.parent
  return at === above
}
