export * from './hosted-world.ts'
export * from './run-action.ts'
