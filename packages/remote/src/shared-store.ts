import type { TaskStore } from '@wavefront/wave'

/** A store that lives on the server and is worked on in a copy. */
export interface SharedStore {
  /** For people: the branch and file, or the bd and its version. */
  readonly where: string
  readonly store: TaskStore
  /** Brings changes into the mirror's branches, where that is how they travel. */
  stage(): Promise<void>
  /** Brings them to the server, where they travel by themselves. */
  push(): Promise<void>
  /** Forgets the copy and takes what the server has. */
  reload(): Promise<void>
}
