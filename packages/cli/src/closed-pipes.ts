/**
 * A reader that has gone (`| head`), or a full disk behind the output, must not end a run half way:
 * its work matters more than its words.
 */
export function surviveClosedPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE' && error.code !== 'ENOSPC') throw error
    })
  }
}
