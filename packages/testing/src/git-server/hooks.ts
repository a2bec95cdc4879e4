/**
 * What GitHub refuses in a push. The server says in the environment who pushes and what is forbidden, so
 * that one script serves every repository. Shell, because each push of a benchmark runs them.
 */
export const updateHook = `#!/bin/sh
case " $SERVER_PROTECTED " in *" $1 "*)
  echo "error: GH006: Protected branch update failed for $1."
  echo "error: Changes must be made through a pull request."
  exit 1 ;;
esac
[ ! -x hooks/own-update ] || exec hooks/own-update "$@"
`

/**
 * Rules are all or nothing, and so is the permission for workflows. A workflow that stands with this
 * content on some branch already may be pushed to others, as a merge of the base does.
 */
export const preReceiveHook = `#!/bin/sh
updates=$(cat)

check_rules() {
  printf '%s\\n' "$SERVER_RULES" | while read -r ruled text; do
    [ "$ruled" = "$1" ] || continue
    echo "error: GH013: Repository rule violations found for $1."
    echo
    echo "- $text"
    echo
    exit 1
  done
}

check_workflows() {
  here=$(git rev-parse --quiet --verify "$1:.github/workflows") || return 0
  git for-each-ref --format='%(objectname):.github/workflows' |
    git cat-file --batch-check='%(objectname)' | grep -qx "$here" && return 0
  known=$(git for-each-ref --format='%(objectname)' | while read -r tip; do
    git ls-tree -r "$tip" .github/workflows/ 2>/dev/null
  done)
  git ls-tree -r "$1" .github/workflows/ | while IFS= read -r line; do
    printf '%s\\n' "$known" | grep -qxF "$line" && continue
    path=$(printf '%s' "$line" | cut -f2)
    echo "refusing to allow a GitHub App to create or update workflow \\\`$path\\\` without \\\`workflows\\\` permission"
    exit 1
  done
}

while read -r old new ref; do
  [ -n "$ref" ] || continue
  check_rules "$ref" || exit 1
  case $new in *[!0]*) [ "$SERVER_WORKFLOWS" != no ] || check_workflows "$new" || exit 1 ;; esac
done <<end
$updates
end
[ ! -x hooks/own-pre-receive ] || printf '%s\\n' "$updates" | hooks/own-pre-receive
`
