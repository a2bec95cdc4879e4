/**
 * Several command lines as one script for `sh -c`, with the rules that people know from a `run:` step:
 * the first failure ends it. Each item of a list is a subshell on lines of its own, so that no `cd`,
 * `exit` or comment reaches the next; `&&` between them would switch `set -e` off inside.
 */
export function joinCommands(commands: string | readonly string[]): string {
  const all = typeof commands === 'string' ? [commands] : commands
  const [first = ''] = all
  if (all.length === 1) return first.trim().includes('\n') ? `set -e\n${first}` : first.trim()
  return ['set -e', ...all.map((command) => `(\n${command}\n)`)].join('\n')
}
