import { type Parsed, type Problem, parsed, refused } from '@wavefront/errors'
import { type Config, camelCase, toConfig } from './config.ts'
import { settingsSchema } from './config-schema.ts'
import { readYaml } from './read-yaml.ts'
import { settingProblems, type Written } from './setting-problems.ts'

export const configPath = '.github/wavefront.yml'

/** The text of the file, or what is wrong with it, all at once. No file and an empty one say: the defaults. */
export function parseConfig(text: string | undefined, path: string = configPath): Parsed<Config> {
  const file = readYaml(path, text ?? '')
  if (!file.ok) return file
  const { value = {}, where } = file.value
  const config = readSettings({ value, where })
  return config.ok ? fitting(config.value, where) : config
}

/**
 * The configuration with some settings replaced: the `overrides` of a dispatch, or inputs. They have
 * the names of the file's keys and are held to the same rules; what is `undefined` is not given.
 */
export function overrideConfig(
  config: Config,
  overrides: unknown,
  from = 'overrides',
): Parsed<Config> {
  const value = withoutUndefined(overrides)
  const read = readSettings({ value, where: () => from })
  if (!read.ok) return read
  const given = new Set(Object.keys(Object(value)).map(camelCase))
  const replaced = Object.entries(read.value).filter(([key]) => given.has(key))
  return fitting({ ...config, ...Object.fromEntries(replaced) }, () => from)
}

function readSettings(written: Written): Parsed<Config> {
  const result = settingsSchema.safeParse(written.value)
  if (result.success) return parsed(toConfig(result.data))
  return refused(settingProblems(written, result.error.issues))
}

function withoutUndefined(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined))
}

/** A job that GitHub ends at its limit cannot keep the work of its agent. */
function fitting(config: Config, where: Written['where']): Parsed<Config> {
  const { agentTimeout, checksTimeout, timeoutMinutes, setup } = config
  // The setup has the limit of the checks.
  const needed = agentTimeout + checksTimeout * (setup === undefined ? 1 : 2)
  if (needed <= timeoutMinutes) return parsed(config)
  const problem: Problem = {
    what: `agent_timeout (${agentTimeout}) and checks_timeout (${checksTimeout}${setup === undefined ? '' : ', for the setup as well'}) are ${needed} minutes, more than timeout_minutes (${timeoutMinutes})`,
    where: where(['timeout_minutes']),
    fix:
      needed > maxMinutes
        ? `lower them to ${maxMinutes} together, the most that a job may take`
        : `write \`timeout_minutes: ${needed}\`, or lower the two`,
  }
  return refused([problem])
}

const maxMinutes = 360
