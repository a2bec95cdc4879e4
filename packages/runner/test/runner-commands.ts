/**
 * The name of the first workflow command in what a process prints, as GitHub's runner finds them:
 * lines end at CR, LF or both; a command begins with `::name` after white space, or is `##[name]`
 * anywhere; characters without weight do not count. Stricter than the runner in that any name is one.
 */
export function commandIn(output: string): string | undefined {
  for (const line of output.split(/\r\n|\r|\n/)) {
    const weighed = line.replace(/\p{DI}|(?!\t)\p{Cc}|\p{M}/gu, '')
    const found = /^\s*::([^\s:]*)[^:]*::/.exec(weighed) ?? /##\[([^\s\]]*)[^\]]*\]/.exec(weighed)
    if (found !== null) return found[1]
  }
  return undefined
}
