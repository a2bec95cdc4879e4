export * from './a-bd-store.ts'
export * from './generated-issues.ts'
