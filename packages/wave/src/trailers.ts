/** The trailers by which a commit tells what it is. They are the only memory that git keeps for us. */
export const trailer = {
  task: 'Wavefront-Task',
  wave: 'Wavefront-Wave',
  attempt: 'Wavefront-Attempt',
  outcome: 'Wavefront-Outcome',
  reason: 'Wavefront-Reason',
  started: 'Wavefront-Started',
  /** On merges: how many places were in conflict and were settled. */
  conflicts: 'Wavefront-Conflicts',
} as const
