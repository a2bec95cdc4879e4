export * from './a-task.ts'
export * from './wave/index.ts'
