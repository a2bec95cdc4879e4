/** What was found at the root of a checkout: names, and the texts of the files that say something. */
export interface Project {
  has(name: string): boolean
  /** Empty where there is no such file. */
  text(name: string): string
}

/** A command line, and the file that made us think of it. */
export interface Found {
  readonly line: string
  readonly because: string
}

export interface FoundCommands {
  readonly setup: readonly Found[]
  readonly checks: readonly Found[]
}

export const nothingFound: FoundCommands = { setup: [], checks: [] }
