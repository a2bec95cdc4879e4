export { childEnvironment } from './child-environment.ts'
export { type Command, type CommandEnd, runCommand } from './run-command.ts'
export { toWorkEnd } from './work-end.ts'
