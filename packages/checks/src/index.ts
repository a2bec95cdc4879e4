export { type CommandChecksOptions, commandChecks } from './command-checks.ts'
