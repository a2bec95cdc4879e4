/** One thing that the user must change: what is wrong (with the value), where, and what to write instead. */
export interface Problem {
  readonly what: string
  /** A file with its line, a task, an option: whatever the reader can go to. */
  readonly where?: string
  readonly fix: string
}

/** What a parser of foreign text gives back: the value, or every problem at once. */
export type Parsed<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly problems: readonly Problem[] }

export function parsed<T>(value: T): Parsed<T> {
  return { ok: true, value }
}

export function refused(problems: readonly Problem[]): Parsed<never> {
  return { ok: false, problems }
}
