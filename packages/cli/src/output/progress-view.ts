import type { Progress } from '@wavefront/wave'

/** Shows a run while it goes on. */
export interface ProgressView {
  readonly progress: Progress
  say(text: string): void
  /** Leaves the screen to a question; the next event goes on below it. */
  pause(): void
  end(): void
}
