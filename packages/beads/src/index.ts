export type { Disk } from './embedded/disk.ts'
export type { Dialect } from './issues/dialect.ts'
export { type OpenedStore, openStore, type StoreOptions } from './open-store.ts'
