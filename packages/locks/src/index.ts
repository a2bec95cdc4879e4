export { type LockOptions, withLock } from './with-lock.ts'
