/** The same git on every machine: no person's settings, no prompts, one identity, one date. */
export const hermeticEnv = {
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C',
} as const

/** For the code under test as well, which starts git with the environment it finds. */
export function makeHermetic(env: NodeJS.ProcessEnv = process.env): void {
  for (const name of Object.keys(env)) if (name.startsWith('GIT_')) delete env[name]
  Object.assign(env, hermeticEnv)
}
