export * from './a-task.ts'
