export { type ForgeWish, type MemoryForge, memoryForge } from './memory-forge.ts'
export { type MemoryRepository, memoryRepository } from './memory-repository.ts'
export { type MemoryServer, memoryServer } from './memory-server.ts'
export { type MemoryStore, memoryStore } from './memory-store.ts'
