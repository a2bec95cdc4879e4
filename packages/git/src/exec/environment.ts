/** Settings by their full names: `http.https://example.org/.extraHeader`. */
export type GitConfig = Readonly<Record<string, string>>

interface Wanted {
  readonly env?: Readonly<Record<string, string>>
  readonly config?: GitConfig
}

/** The environment of one git command: the outer one without what would redirect it, then what it was given. */
export function environment(outer: NodeJS.ProcessEnv, wanted: Wanted): NodeJS.ProcessEnv {
  const kept = Object.entries(outer).filter(
    ([name]) => !redirecting.has(name) && !ofRunner.test(name),
  )
  const env = { ...Object.fromEntries(kept), ...steady, ...wanted.env }
  return { ...env, ...configured(outer.GIT_CONFIG_COUNT, wanted.config ?? {}) }
}

/** What `git rev-parse --local-env-vars` names, but for the settings a person passes in, and what changes paths. */
const redirecting = new Set([
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_COMMON_DIR',
  'GIT_CONFIG',
  'GIT_DIR',
  'GIT_EXTERNAL_DIFF',
  'GIT_GLOB_PATHSPECS',
  'GIT_GRAFT_FILE',
  'GIT_ICASE_PATHSPECS',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INDEX_FILE',
  'GIT_INTERNAL_SUPER_PREFIX',
  'GIT_LITERAL_PATHSPECS',
  'GIT_NAMESPACE',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_NO_REPLACE_OBJECTS',
  'GIT_OBJECT_DIRECTORY',
  'GIT_PREFIX',
  'GIT_QUARANTINE_PATH',
  'GIT_REPLACE_REF_BASE',
  'GIT_SHALLOW_FILE',
  'GIT_WORK_TREE',
])

/** A runner's tokens and files. Git needs none of them, and a filter that an agent has set up would see them. */
const ofRunner = /^(INPUT|ACTIONS|GITHUB|RUNNER)_/

/** An object is what its name says, whatever somebody has put in its place under refs/replace. */
const steady = {
  LC_ALL: 'C',
  GIT_TERMINAL_PROMPT: '0',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_REPLACE_OBJECTS: '1',
}

/** Appended to the settings that the outer environment already passes in this way. */
function configured(outerCount: string | undefined, config: GitConfig): Record<string, string> {
  const settings = Object.entries(config)
  if (settings.length === 0) return {}
  const first = Number.parseInt(outerCount ?? '0', 10) || 0
  const env: Record<string, string> = { GIT_CONFIG_COUNT: String(first + settings.length) }
  for (const [index, [key, value]] of settings.entries()) {
    env[`GIT_CONFIG_KEY_${first + index}`] = key
    env[`GIT_CONFIG_VALUE_${first + index}`] = value
  }
  return env
}
