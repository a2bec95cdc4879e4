/** What any program needs to find its tools, its home and the network, and nothing that opens a door. */
const allowed =
  /^(PATH|HOME|USER|LOGNAME|SHELL|LANG|LANGUAGE|LC_.*|TZ|TERM|COLORTERM|NO_COLOR|FORCE_COLOR|TMPDIR|TMP|TEMP|XDG_.*|(HTTP|HTTPS|NO|ALL)_PROXY|(http|https|no|all)_proxy|SSL_CERT_(FILE|DIR)|NODE_EXTRA_CA_CERTS|JAVA_HOME|GOPATH|GOROOT|GOCACHE|GOMODCACHE|GOPROXY|GOFLAGS|CARGO_HOME|RUSTUP_HOME|PYENV_ROOT|VIRTUAL_ENV|NVM_DIR|VOLTA_HOME|PNPM_HOME|BUN_INSTALL|DENO_DIR|npm_config_cache)$/

/** An allow-list of `from`, with what is named in `also`, and `add` on top. */
export function childEnvironment(
  from: NodeJS.ProcessEnv,
  {
    also = [],
    add = {},
  }: { also?: readonly string[]; add?: Readonly<Record<string, string>> } = {},
): Record<string, string> {
  const named = new Set(also)
  const passed = Object.entries(from).filter(
    (entry): entry is [string, string] =>
      entry[1] !== undefined && (allowed.test(entry[0]) || named.has(entry[0])),
  )
  return { ...Object.fromEntries(passed), ...add }
}
