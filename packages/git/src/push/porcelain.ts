/** A ref that the remote refused, in its own words. */
export interface Rejection {
  readonly ref: string
  readonly reason: string
}

/** The lines `!\t<from>:<to>\t<summary>` of `git push --porcelain`. */
export function parseRejections(output: string): readonly Rejection[] {
  return output.split('\n').flatMap((line) => {
    const [flag, refs = '', reason = ''] = line.split('\t')
    return flag === '!' ? [{ ref: refs.slice(refs.indexOf(':') + 1), reason }] : []
  })
}
