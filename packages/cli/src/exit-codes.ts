/** What the exit code says. Documented in docs/cli.md. */
export const exitCodes = {
  /** Done: everything that was asked for. */
  done: 0,
  /** The run ended, but the graph is not done: something is stuck, failed, waiting or was stopped. */
  notDone: 1,
  /** The input was wrong. Nothing was changed. */
  badInput: 2,
  /** A fault in Wavefront, or the machine. */
  broken: 70,
  /** Ended by Ctrl-C or SIGTERM; the same command goes on from there. */
  interrupted: 130,
} as const
