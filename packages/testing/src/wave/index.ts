export { type MemoryRepository, memoryRepository } from './memory-repository.ts'
export { memoryStore } from './memory-store.ts'
