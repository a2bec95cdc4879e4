/** @jest-config-loader esbuild-register */
import type { Config } from 'jest'

const config: Config = {
  testEnvironment: 'node',
  roots: ['<rootDir>/packages', '<rootDir>/actions', '<rootDir>/scripts'],
  testMatch: ['**/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: {
    '\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', experimental: { keepImportAttributes: true } } },
    ],
  },
  // Real engines on a busy machine take their time; a test that hangs is found all the same.
  testTimeout: 240_000,
  // On two cores jest would leave one to itself, which it hardly uses.
  maxWorkers: '100%',
}

export default config
