import { type ConnectionWish, connect } from '../connection/connect.ts'
import type { Unknown } from './answers.ts'
import { type BranchRules, readBranchRules } from './branch-rules.ts'
import { type FileAnswer, readFile } from './file.ts'
import { type RepositoryAnswer, readRepository } from './repository.ts'
import {
  readSecretNames,
  readWorkflowPermissions,
  readWorkflows,
  type SecretNames,
  type WorkflowPermissions,
  type Workflows,
} from './settings.ts'

/** What can be asked about a repository without changing anything in it. What a token may not see is unknown. */
export interface Inspector {
  readRepository(): Promise<RepositoryAnswer>
  /** Settings → Actions → General → Workflow permissions. */
  readWorkflowPermissions(): Promise<WorkflowPermissions | Unknown>
  /** What holds for a branch of this name, whether it exists or not. */
  readBranchRules(branch: string): Promise<BranchRules | Unknown>
  readSecretNames(): Promise<SecretNames | Unknown>
  readFile(file: { readonly path: string; readonly ref?: string }): Promise<FileAnswer | Unknown>
  readWorkflows(): Promise<Workflows | Unknown>
}

export function openInspector(wish: ConnectionWish): Inspector {
  const connection = connect(wish)
  return {
    readRepository: () => readRepository(connection),
    readWorkflowPermissions: () => readWorkflowPermissions(connection),
    readBranchRules: (branch) => readBranchRules(connection, branch),
    readSecretNames: () => readSecretNames(connection),
    readFile: (file) => readFile(connection, file),
    readWorkflows: () => readWorkflows(connection),
  }
}
