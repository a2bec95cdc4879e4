export type Turns = <T>(work: () => Promise<T>) => Promise<T>

/** Runs what it is given one after another: git's worktree commands do not bear company. */
export function createTurns(): Turns {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const turn = last.then(work, work)
    last = turn.catch(() => {})
    return turn
  }
}
