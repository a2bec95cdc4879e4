/** One thing that was looked at, and how it stands. */
export type Row = {
  readonly about: string
  /** One sentence. */
  readonly says: string
} & ({ readonly is: 'ok' } | { readonly is: 'problem'; readonly fix: string } | UnknownRow)

interface UnknownRow {
  readonly is: 'unknown'
  /** Where somebody who may know can look. */
  readonly look: string
}

/** Rows about one thing. */
export function rowsAbout(about: string) {
  return {
    ok: (says: string): Row => ({ is: 'ok', about, says }),
    problem: (says: string, fix: string): Row => ({ is: 'problem', about, says, fix }),
    unknown: (says: string, look: string): Row => ({ is: 'unknown', about, says, look }),
  }
}
