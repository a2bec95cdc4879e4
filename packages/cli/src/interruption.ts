/** Ctrl-C and its like as a signal that the use cases understand. */
export interface Interruption {
  readonly signal: AbortSignal
  /** As if the user had typed Ctrl-C. */
  interrupt(): void
  dispose(): void
}

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const

/** The first one ends the workers and keeps their work; a second one does not wait for them. */
export function onInterruption(
  say: (text: string) => void,
  ending = 'Ending the workers; their work is kept. The same command goes on from here. (Again: at once.)',
): Interruption {
  const abort = new AbortController()
  function interrupt(): void {
    if (abort.signal.aborted) process.exit(130)
    say(ending)
    abort.abort()
  }
  for (const name of signals) process.on(name, interrupt)
  return {
    signal: abort.signal,
    interrupt,
    dispose() {
      for (const name of signals) process.off(name, interrupt)
    },
  }
}
