export type { Config } from './config.ts'
export type { SettingKey, Settings } from './config-schema.ts'
export {
  configJsonSchema,
  describeConfig,
  renderConfigTable,
  type SettingRow,
} from './describe-config.ts'
export { configPath, overrideConfig, parseConfig } from './parse-config.ts'
export { defaultProtectedPaths } from './protected-paths.ts'
