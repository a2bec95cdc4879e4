export { type Access, everybody, type GitAccess, type Identity } from './access.ts'
export type { GitFault, GitService, GitStage } from './faults.ts'
export type { RepositoryWish, ServedRepository } from './repositories.ts'
export {
  type GitRequest,
  type GitServer,
  type GitServerOptions,
  startGitServer,
} from './start-git-server.ts'
