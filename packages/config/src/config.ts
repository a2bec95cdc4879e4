import { joinCommands } from './commands.ts'
import type { FullSettings } from './config-schema.ts'

type CamelCase<Name extends string> = Name extends `${infer Head}_${infer Rest}`
  ? `${Head}${Capitalize<CamelCase<Rest>>}`
  : Name

type Commands = 'checks' | 'setup'

type CamelKeys<T> = { readonly [Key in keyof T & string as CamelCase<Key>]: T[Key] }

/** The configuration with its defaults: each key of the file in camelCase, a list of commands as one script. */
export interface Config extends CamelKeys<Omit<FullSettings, Commands>> {
  readonly checks?: string | undefined
  readonly setup?: string | undefined
}

/** One level deep: a group of runners keeps its own keys. */
export function toConfig({ checks, setup, ...settings }: FullSettings): Config {
  return {
    ...camelKeys(settings),
    ...(checks === undefined ? {} : { checks: joinCommands(checks) }),
    ...(setup === undefined ? {} : { setup: joinCommands(setup) }),
  }
}

function camelKeys<T extends object>(settings: T): CamelKeys<T> {
  const entries = Object.entries(settings).map(([key, value]) => [camelCase(key), value])
  return Object.fromEntries(entries) as CamelKeys<T>
}

export function camelCase(key: string): string {
  return key.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())
}
