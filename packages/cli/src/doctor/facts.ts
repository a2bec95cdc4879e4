import type { Config } from '@wavefront/config'
import type { Problem } from '@wavefront/errors'
import type {
  BranchRules,
  RepositoryAnswer,
  SecretNames,
  Unknown,
  WorkflowPermissions,
} from '@wavefront/github'
import type { Task } from '@wavefront/tasks'
import type { CalledWorkflow, Use } from './called-workflow.ts'
import type { WorkflowFile } from './workflow-file.ts'

export type FoundRepository = Extract<RepositoryAnswer, { is: 'found' }>

/** Everything that was asked, before any of it is judged. */
export interface Facts {
  readonly repository: FoundRepository
  /** The repository's page. */
  readonly page: string
  readonly isEnterpriseServer: boolean
  readonly base: string
  readonly caller: Caller
  readonly settings: SettingsFact
  readonly permissions: WorkflowPermissions | Unknown
  readonly secrets: SecretNames | Unknown
  readonly rules: readonly BranchFact[]
  readonly store: StoreFact
  readonly ciWorkflows: readonly CiWorkflow[]
}

/** The workflow that is dispatched, wave after wave. */
export type Caller =
  | { readonly is: 'missing' }
  | Unknown
  | { readonly is: 'broken'; readonly problems: readonly Problem[] }
  | FoundCaller

export interface FoundCaller {
  readonly is: 'found'
  readonly path: string
  readonly isEnabled: boolean
  readonly file: WorkflowFile
  readonly use: Use
  /** Of the called one: as it is now, or as this version has it. */
  readonly called: CalledWorkflow
  readonly isCalledRead: boolean
}

export type SettingsFact =
  | { readonly is: 'known'; readonly isFile: boolean; readonly config: Config }
  | { readonly is: 'wrong'; readonly problems: readonly Problem[] }
  | Unknown

export interface BranchFact {
  readonly role: 'feature' | 'store' | 'base'
  readonly branch: string
  readonly rules: BranchRules | Unknown
}

export type StoreFact =
  | { readonly is: 'dolt'; readonly says: boolean }
  | { readonly is: 'jsonl'; readonly at: string; readonly tasks: readonly Task[] }
  | { readonly is: 'wrong'; readonly problems: readonly Problem[] }
  | { readonly is: 'missing'; readonly branches: readonly string[] }
  | Unknown

export interface CiWorkflow {
  readonly name: string
  readonly is: 'fine' | 'missing' | 'not-dispatched' | 'unknown'
}
