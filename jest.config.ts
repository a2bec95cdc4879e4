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
  testTimeout: 60_000,
  // On two cores jest would leave one to itself, which it hardly uses.
  maxWorkers: '100%',
}

export default config
