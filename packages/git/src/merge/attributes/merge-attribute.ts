/** What a repository's `.gitattributes` say about how a path is merged. */
export type MergeAttribute =
  /** The lines of both sides stay. */
  | { readonly is: 'union' }
  /** `-merge`, `merge=binary` or `binary`: never line by line. */
  | { readonly is: 'whole' }
  /** A driver of the user's own. It is a command in somebody's configuration, so it is not run. */
  | { readonly is: 'driver'; readonly name: string }

/** Nothing where the path is merged like any other. */
export function toMergeAttribute(value: string): MergeAttribute | undefined {
  if (value === 'unspecified' || value === 'set' || value === 'text') return undefined
  if (value === 'unset' || value === 'binary') return { is: 'whole' }
  return value === 'union' ? { is: 'union' } : { is: 'driver', name: value }
}
