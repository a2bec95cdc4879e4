import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'
import { asUserError } from '../connection/remedies.ts'

export type RepositoryAnswer =
  | {
      readonly is: 'found'
      /** As GitHub writes it now, which differs when it was renamed. */
      readonly repository: string
      readonly defaultBranch: string
      readonly isPrivate: boolean
      readonly isFork: boolean
      readonly isArchived: boolean
      /** What the token's owner may do; unknown for the token of an App. */
      readonly role: Role | 'unknown'
    }
  /** There is none, or the token may not see it. */
  | { readonly is: 'missing' }

export type Role = 'admin' | 'maintain' | 'write' | 'triage' | 'read'

const repository = z.object({
  full_name: z.string(),
  default_branch: z.string(),
  private: z.boolean(),
  fork: z.boolean(),
  archived: z.boolean().optional(),
  permissions: z.record(z.string(), z.boolean()).optional(),
})

export async function readRepository(connection: Connection): Promise<RepositoryAnswer> {
  try {
    const found = await connection.ask({
      ...{ route: 'GET ', answer: repository, needs: 'metadata: read' },
    })
    return {
      is: 'found',
      repository: found.full_name,
      defaultBranch: found.default_branch,
      isPrivate: found.private,
      isFork: found.fork,
      isArchived: found.archived === true,
      role: roleOf(found.permissions ?? {}),
    }
  } catch (error) {
    if (isRefusal(error, 404)) return { is: 'missing' }
    throw asUserError(error)
  }
}

const roles: readonly (readonly [string, Role])[] = [
  ['admin', 'admin'],
  ['maintain', 'maintain'],
  ['push', 'write'],
  ['triage', 'triage'],
  ['pull', 'read'],
]

function roleOf(permissions: Readonly<Record<string, boolean>>): Role | 'unknown' {
  return roles.find(([name]) => permissions[name])?.[1] ?? 'unknown'
}
