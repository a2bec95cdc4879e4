export interface RunGroup {
  /** Case makes no difference. */
  readonly name: string
  readonly cancelInProgress?: boolean
  /** `single` (the default) keeps one waiting run, `max` up to a hundred. */
  readonly queue?: 'single' | 'max'
}

export interface QueuedRun {
  readonly id: number
  readonly group?: RunGroup | undefined
}

/** `queued` may start, `pending` waits for its group. */
export type Place = 'queued' | 'pending' | 'running'

export interface RunQueue {
  /** The runs that had to go for this one; it can be itself. */
  add(run: QueuedRun): { readonly cancelled: readonly number[] }
  /** Starts the run that has waited longest and may start. */
  next(): number | undefined
  /** A run has ended or was cancelled, wherever it was. */
  finish(id: number): void
  place(id: number): Place | undefined
}

const mostPending = 100

/**
 * GitHub's rules for concurrency groups. One run of a group holds it, waiting for a runner or running; a
 * newer one waits, and takes the place of the one that waited before it, which is cancelled.
 */
export function createRunQueue(): RunQueue {
  const places = new Map<number, { place: Place; readonly group: string | undefined }>()
  const inGroup = (group: string | undefined) =>
    [...places].filter(([, entry]) => group !== undefined && entry.group === group)
  const remove = (ids: readonly number[]) => {
    for (const id of ids) places.delete(id)
  }
  return {
    add: ({ id, group }) => {
      if (group?.cancelInProgress && group.queue === 'max')
        throw new Error('"queue: max" cannot be combined with "cancel-in-progress: true"')
      const name = group?.name.toLowerCase()
      const members = inGroup(name)
      const pending = members.filter(([, { place }]) => place === 'pending').map(([known]) => known)
      if (group?.queue === 'max' && pending.length >= mostPending) return { cancelled: [id] }
      const cancelled = group?.cancelInProgress
        ? members.map(([known]) => known)
        : group?.queue === 'max'
          ? []
          : pending
      remove(cancelled)
      places.set(id, { place: inGroup(name).length > 0 ? 'pending' : 'queued', group: name })
      return { cancelled }
    },
    next: () => {
      const first = [...places].find(([, { place }]) => place === 'queued')
      if (first === undefined) return undefined
      first[1].place = 'running'
      return first[0]
    },
    finish: (id) => {
      const gone = places.get(id)
      places.delete(id)
      if (gone === undefined || gone.place === 'pending') return
      const [heir] = inGroup(gone.group)
      if (heir !== undefined) heir[1].place = 'queued'
    },
    place: (id) => places.get(id)?.place,
  }
}
