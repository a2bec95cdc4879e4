import type { Sides } from '../settle-text.ts'

/** Merges one text by a tool of the user's; nothing if it is not there, or cannot. */
export type Resolve = (path: string, sides: Sides<string>) => Promise<string | undefined>
