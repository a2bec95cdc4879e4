/**
 * A path or glob below the repository's root: no way out of it, and not git's own folder.
 * Kept to what every dialect of regular expressions knows, because the JSON Schema has it too.
 */
export const declaredPath =
  /^(?!\/|[A-Za-z]:)(?!.*\\)(?!(?:.*\/)?(?:\.\.|\.[gG][iI][tT])(?:\/|$)).{1,1024}$/

export const declaredPathWords =
  'a path or glob relative to the repository, such as "src/login.ts" or "src/login/**", with "/" between folders, without "..", a leading "/" or ".git"'

export function isDeclaredPath(path: string): boolean {
  return declaredPath.test(path) && !/\p{Cc}/u.test(path)
}
