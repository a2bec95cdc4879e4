/** Enough for any plan that people can follow, and few enough to keep in memory. */
export const maxTasks = 10_000
/** In characters. What a worker reads must fit into a prompt. */
export const maxText = 65_536
export const maxFile = 16 * 1024 * 1024
