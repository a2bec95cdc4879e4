export * from './names.ts'
export type * from './ports/index.ts'
export { trailer } from './trailers.ts'
