import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { isRefusal } from '../connection/github-error.ts'

/** Branch protection as it was before rulesets. */
export interface Classic {
  readonly isCreationRestricted: boolean
  readonly isPushRestricted: boolean
  readonly needsPullRequest: boolean
  readonly needsSignatures: boolean
  readonly needsLinearHistory: boolean
  readonly requiredChecks: readonly string[]
  readonly gaps: readonly string[]
}

/** Of a branch that does not exist yet only its own rules could be asked, and GitHub does not tell them. */
export async function readClassicProtection(
  connection: Connection,
  branch: string,
): Promise<Classic> {
  const summary = await readSummary(connection, branch)
  if (summary === undefined) {
    return {
      ...nothing,
      gaps: [`the branch protection that ${branch} would get: it does not exist yet`],
    }
  }
  if (!summary.protected) return nothing
  return (await readDetails(connection, branch)) ?? partial(summary)
}

const nothing: Classic = {
  isCreationRestricted: false,
  isPushRestricted: false,
  needsPullRequest: false,
  needsSignatures: false,
  needsLinearHistory: false,
  requiredChecks: [],
  gaps: [],
}

const checks = z.object({ contexts: z.array(z.string()) })
const summary = z.object({
  protected: z.boolean(),
  protection: z.object({ required_status_checks: checks.optional() }).optional(),
})
type Summary = z.infer<typeof summary>

async function readSummary(connection: Connection, branch: string): Promise<Summary | undefined> {
  try {
    return await connection.ask({
      ...{ route: 'GET /branches/{branch}', values: { branch } },
      ...{ answer: summary, needs: 'contents: read' },
    })
  } catch (error) {
    if (isRefusal(error, 404)) return undefined
    throw error
  }
}

/** Everybody who may read sees this much; rulesets make a branch "protected" as well. */
function partial({ protection }: Summary): Classic {
  return {
    ...nothing,
    requiredChecks: protection?.required_status_checks?.contexts ?? [],
    gaps: ['who may push, and whether by a pull request only: that takes "administration: read"'],
  }
}

const toggle = z.object({ enabled: z.boolean() }).optional()
const details = z.object({
  required_status_checks: checks.optional(),
  required_pull_request_reviews: z.unknown().optional(),
  restrictions: z.unknown().optional(),
  required_signatures: toggle,
  required_linear_history: toggle,
  block_creations: toggle,
  lock_branch: toggle,
})

/** Nothing when only administrators may know. */
async function readDetails(connection: Connection, branch: string): Promise<Classic | undefined> {
  try {
    const found = await connection.ask({
      ...{ route: 'GET /branches/{branch}/protection', values: { branch } },
      ...{ answer: details, needs: 'administration: read' },
    })
    return {
      isCreationRestricted: isOn(found.block_creations),
      isPushRestricted: Boolean(found.restrictions) || isOn(found.lock_branch),
      needsPullRequest: Boolean(found.required_pull_request_reviews),
      needsSignatures: isOn(found.required_signatures),
      needsLinearHistory: isOn(found.required_linear_history),
      requiredChecks: found.required_status_checks?.contexts ?? [],
      gaps: [],
    }
  } catch (error) {
    if (isRefusal(error, 404, /not protected/i)) return nothing
    if (isRefusal(error, 403) || isRefusal(error, 404)) return undefined
    throw error
  }
}

function isOn(setting: { enabled: boolean } | undefined): boolean {
  return setting?.enabled === true
}
