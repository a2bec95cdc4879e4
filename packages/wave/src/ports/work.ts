/** An agent that works on a prompt in a directory. */
export interface Agent {
  work(job: AgentJob): Promise<WorkEnd>
}

export interface AgentJob extends WorkPlace {
  readonly prompt: string
  /** Facts for scripted agents and for logs: the task, the attempt, the wave. */
  readonly facts: Readonly<Record<string, string>>
}

/** The project's own checks, run in a directory. */
export interface Checks {
  run(place: WorkPlace): Promise<WorkEnd>
}

export interface WorkPlace {
  readonly dir: string
  readonly log: string
  readonly signal: AbortSignal
  readonly onLine: (line: string) => void
}

export type WorkEnd =
  | { readonly is: 'succeeded' }
  /** `tail` is the end of the log, for people and for the next attempt. */
  | { readonly is: 'failed'; readonly why: string; readonly tail: string }
  | { readonly is: 'timed-out'; readonly why: string; readonly tail: string }
  | { readonly is: 'interrupted' }
