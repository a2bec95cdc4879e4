import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { orUnknown, type Unknown } from './answers.ts'

export interface WorkflowPermissions {
  readonly is: 'known'
  /** What a job's token may do when the workflow does not say. */
  readonly byDefault: 'read' | 'write'
  readonly mayCreatePullRequests: boolean
}

const permissions = z.object({
  default_workflow_permissions: z.enum(['read', 'write']),
  can_approve_pull_request_reviews: z.boolean(),
})

export function readWorkflowPermissions(
  connection: Connection,
): Promise<WorkflowPermissions | Unknown> {
  return orUnknown(
    connection
      .ask({
        route: 'GET /actions/permissions/workflow',
        ...{ answer: permissions, needs: 'administration: read' },
      })
      .then((found) => ({
        is: 'known',
        byDefault: found.default_workflow_permissions,
        mayCreatePullRequests: found.can_approve_pull_request_reviews,
      })),
  )
}

export interface SecretNames {
  readonly is: 'known'
  readonly names: readonly string[]
  /** The organization may have more that this repository can use. */
  readonly organization: 'known' | 'unknown'
}

const named = z.array(z.object({ name: z.string() }))

export async function readSecretNames(connection: Connection): Promise<SecretNames | Unknown> {
  const own = await orUnknown(namesAt(connection, 'GET /actions/secrets'))
  if (!Array.isArray(own)) return own
  const shared = await orUnknown(namesAt(connection, 'GET /actions/organization-secrets'))
  if (!Array.isArray(shared)) return { is: 'known', names: own, organization: 'unknown' }
  return { is: 'known', names: [...new Set([...own, ...shared])], organization: 'known' }
}

async function namesAt(connection: Connection, route: string): Promise<string[]> {
  const names: string[] = []
  for await (const page of connection.pages({ route, answer: named, needs: 'secrets: read' })) {
    names.push(...page.map(({ name }) => name))
  }
  return names
}

export interface Workflows {
  readonly is: 'known'
  readonly workflows: readonly Workflow[]
}

export interface Workflow {
  /** Its file: `.github/workflows/wavefront.yml`. */
  readonly path: string
  readonly name: string
  readonly isEnabled: boolean
}

const workflow = z.object({ path: z.string(), name: z.string(), state: z.string() })

/** Those of the default branch. */
export function readWorkflows(connection: Connection): Promise<Workflows | Unknown> {
  return orUnknown(allWorkflows(connection))
}

async function allWorkflows(connection: Connection): Promise<Workflows> {
  const workflows: Workflow[] = []
  const pages = connection.pages({
    ...{ route: 'GET /actions/workflows', answer: z.array(workflow), needs: 'actions: read' },
  })
  for await (const page of pages) {
    for (const { path, name, state } of page) {
      if (state !== 'deleted') workflows.push({ path, name, isEnabled: state === 'active' })
    }
  }
  return { is: 'known', workflows }
}
