/** Waits, without keeping a process alive that has nothing else to do. */
export function pause(milliseconds: number | undefined): Promise<void> {
  if (!milliseconds) return Promise.resolve()
  return new Promise((resolve) => setTimeout(resolve, milliseconds).unref())
}
