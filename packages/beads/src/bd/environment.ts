export type Environment = Readonly<Record<string, string | undefined>>

/** What bd may know: where things are, its own settings, and how its pushes authenticate. */
const allowed = [
  /^(PATH|HOME|USER|LOGNAME|USERPROFILE|SYSTEMROOT|PATHEXT|APPDATA|LOCALAPPDATA)$/i,
  /^(TMPDIR|TMP|TEMP|TZ|LANG|LC_.*|XDG_.*)$/,
  /^(BEADS|BD)_/,
  /^GIT_(ASKPASS|SSH|SSH_COMMAND|TERMINAL_PROMPT|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|COUNT|KEY_\d+|VALUE_\d+))$/,
  /^GIT_(AUTHOR|COMMITTER)_(NAME|EMAIL|DATE)$/,
  /^SSH_(AUTH_SOCK|ASKPASS)$/,
]

export function bdEnvironment(env: Environment): Record<string, string> {
  const kept: Record<string, string> = {}
  for (const [name, value] of Object.entries(env)) {
    if (value !== undefined && allowed.some((pattern) => pattern.test(name))) kept[name] = value
  }
  return {
    ...kept,
    BD_DISABLE_METRICS: '1',
    BD_JSON_ENVELOPE: '0',
    BD_NON_INTERACTIVE: '1',
    BEADS_NO_DAEMON: '1',
  }
}
