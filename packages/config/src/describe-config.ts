import { z } from 'zod'
import { type SettingKey, settingsSchema, settingsShape } from './config-schema.ts'
import { settingWords } from './setting-words.ts'

export interface SettingRow {
  readonly key: SettingKey
  readonly type: string
  /** As it would be written, or nothing. */
  readonly default: string
  readonly what: string
}

/** Every key, in the order of the documentation. */
export function describeConfig(): SettingRow[] {
  return settingKeys().map((key) => {
    const { type, what } = settingWords[key]
    return { key, type, default: written(settingsShape[key].parse(undefined)), what }
  })
}

/** The table of docs/configuration.md. */
export function renderConfigTable(): string {
  const rows = describeConfig().map(
    ({ key, type, default: value, what }) =>
      `| \`${key}\` | ${cell(type)} | ${value === '' ? '' : `\`${value}\``} | ${cell(what)} |`,
  )
  return ['| key | write | default | what it is |', '|---|---|---|---|', ...rows].join('\n')
}

/** The schema that docs/config.schema.json publishes, for editors. */
export function configJsonSchema(): Record<string, unknown> {
  const described = Object.fromEntries(
    settingKeys().map((key) => {
      const { what, type, example } = settingWords[key]
      return [key, settingsShape[key].describe(`${what} Write ${type}: ${example}`)]
    }),
  )
  const { $schema, ...schema } = z.toJSONSchema(settingsSchema.extend(described), {
    io: 'input',
    target: 'draft-2020-12',
  })
  return { $schema, title: 'The configuration of Wavefront: .github/wavefront.yml', ...schema }
}

function settingKeys(): SettingKey[] {
  return Object.keys(settingsShape) as SettingKey[]
}

function written(value: unknown): string {
  if (value === undefined) return ''
  if (Array.isArray(value)) return `[${value.join(', ')}]`
  return String(value)
}

/** An asterisk of a glob is no emphasis, a bar no column. */
function cell(text: string): string {
  return text.replace(/[|*]/g, '\\$&')
}
