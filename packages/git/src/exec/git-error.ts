/** A git command that failed, for a reason that no remedy is known for. */
export class GitError extends Error {
  override readonly name = 'GitError'
  readonly args: readonly string[]
  readonly code: number
  /** The end of what it wrote to stderr. */
  readonly stderr: string

  constructor(args: readonly string[], code: number, stderr: string) {
    const tail = withoutPasswords(stderr.trim().slice(-tailLength))
    const shown = args.map((arg) => withoutPasswords(arg))
    super(`git ${shown.slice(0, shownArgs).join(' ')} ended with ${code}: ${tail || 'no message'}`)
    this.args = shown
    this.code = code
    this.stderr = tail
  }
}

const tailLength = 4000
const shownArgs = 12

/** A remote's address may carry a password, and errors end up in logs. */
function withoutPasswords(text: string): string {
  return text.replace(/(\w:\/\/)[^/\s@]+@/g, '$1***@')
}
