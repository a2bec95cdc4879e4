import { ok } from '../answers/answer.ts'
import { notFound } from '../answers/refusal.ts'
import { apiUrl, htmlUrl, renderUser } from '../render/render-issue.ts'
import { renderRepository } from '../render/render-repository.ts'
import { blobSha, branchTip, readBlob, readTree, resolveRef } from '../repository/bare-git.ts'
import type { Role } from '../state.ts'
import { pageOf } from './pages.ts'
import { onRepository, type RepositoryCall, type Route } from './route.ts'

export const repositoryRoutes: readonly Route[] = [
  onRepository('GET ', ['metadata:read'], ({ world, repository }) =>
    ok(renderRepository(world, repository)),
  ),
  onRepository('GET /collaborators/{username}/permission', ['metadata:read'], permission),
  onRepository('GET /branches/{branch}', ['contents:read'], branch),
  onRepository('GET /branches/{branch}/protection', ['administration:read'], protection),
  onRepository('GET /rules/branches/{branch}', ['metadata:read'], rules),
  onRepository('GET /actions/permissions/workflow', ['administration:read'], ({ repository }) =>
    ok({
      default_workflow_permissions: repository.settings.defaultWorkflowPermissions,
      can_approve_pull_request_reviews: repository.settings.canCreatePullRequests,
    }),
  ),
  onRepository('GET /actions/secrets', ['secrets:read'], (call) =>
    listSecrets(call, call.repository.secrets),
  ),
  onRepository('GET /actions/organization-secrets', ['secrets:read'], (call) =>
    listSecrets(call, call.repository.organizationSecrets),
  ),
  onRepository('GET /contents/{path}', ['contents:read'], contents),
]

/** maintain counts as write and triage as read; the true role stands beside. */
const permissionOfRole: Readonly<Record<Role, string>> = {
  admin: 'admin',
  maintain: 'write',
  write: 'write',
  triage: 'read',
  read: 'read',
}

function permission({ repository, path }: RepositoryCall) {
  const login = path.username ?? ''
  if (login.endsWith('[bot]')) throw notFound(`${login} is not a user`)
  const known = Object.entries(repository.collaborators).find(
    ([name]) => name.toLowerCase() === login.toLowerCase(),
  )
  const role = known?.[1] ?? (repository.isPrivate ? undefined : 'read')
  return ok({
    permission: role === undefined ? 'none' : permissionOfRole[role],
    role_name: role ?? 'none',
    user: renderUser({ login: known?.[0] ?? login, type: 'User' }),
  })
}

async function branch({ world, repository, path }: RepositoryCall) {
  const name = path.branch ?? ''
  const sha = await branchTip(repository.git, name)
  if (sha === undefined) throw notFound('Branch not found')
  const found = repository.protections[name]
  const contexts = found?.requiredChecks ?? []
  return ok({
    name,
    commit: { sha, url: apiUrl(world, repository, `/commits/${sha}`) },
    protected: found !== undefined || (repository.rules[name] ?? []).length > 0,
    protection: {
      enabled: found !== undefined,
      required_status_checks: {
        enforcement_level: contexts.length > 0 ? 'non_admins' : 'off',
        contexts,
        checks: contexts.map((context) => ({ context, app_id: null })),
      },
    },
  })
}

async function protection({ world, repository, path }: RepositoryCall) {
  const name = path.branch ?? ''
  if ((await branchTip(repository.git, name)) === undefined) throw notFound('Branch not found')
  const found = repository.protections[name]
  if (found === undefined) throw notFound('Branch not protected')
  const contexts = found.requiredChecks
  return ok({
    url: apiUrl(world, repository, `/branches/${name}/protection`),
    ...(contexts && {
      required_status_checks: {
        strict: false,
        contexts,
        checks: contexts.map((context) => ({ context, app_id: null })),
      },
    }),
    ...(found.requiresPullRequest && {
      required_pull_request_reviews: {
        dismiss_stale_reviews: false,
        require_code_owner_reviews: false,
        required_approving_review_count: 1,
      },
    }),
    enforce_admins: { enabled: true },
    ...found.details,
  })
}

function listSecrets(call: RepositoryCall, names: readonly string[]) {
  return pageOf(call, names, (page) => ({
    total_count: names.length,
    secrets: page.map((name) => ({ name })),
  }))
}

function rules(call: RepositoryCall) {
  const { repository, path } = call
  return pageOf(call, repository.rules[path.branch ?? ''] ?? [], (page) =>
    page.map((rule, at) => ({
      ...rule,
      ruleset_source_type: 'Repository',
      ruleset_source: `${repository.owner}/${repository.name}`,
      ruleset_id: at + 1,
    })),
  )
}

async function contents(call: RepositoryCall) {
  const { repository, path, query } = call
  const ref = query.get('ref') ?? repository.defaultBranch
  const commit = await resolveRef(repository.git, ref)
  if (commit === undefined) throw notFound(`No commit found for the ref ${ref}`)
  const name = (path.path ?? '').replace(/\/+$/, '')
  const listed = await readTree(repository.git, commit, name)
  if (listed !== undefined) {
    const entries = listed.map((entry) =>
      renderEntry(call, {
        path: name === '' ? entry.name : `${name}/${entry.name}`,
        type: entry.type === 'tree' ? 'dir' : 'file',
        sha: entry.sha,
        size: entry.size,
      }),
    )
    return ok(entries)
  }
  const content = await readBlob(repository.git, commit, name)
  if (content === undefined) throw notFound()
  const sha = await blobSha(repository.git, commit, name)
  const size = Buffer.byteLength(content)
  return ok({
    ...renderEntry(call, { path: name, type: 'file', sha, size }),
    encoding: 'base64',
    content: inLines(Buffer.from(content).toString('base64')),
  })
}

interface Entry {
  readonly path: string
  readonly type: 'dir' | 'file'
  readonly sha: string
  readonly size: number
}

function renderEntry({ world, repository }: RepositoryCall, entry: Entry): object {
  const encoded = entry.path.split('/').map(encodeURIComponent).join('/')
  return {
    ...entry,
    name: entry.path.slice(entry.path.lastIndexOf('/') + 1),
    url: apiUrl(world, repository, `/contents/${encoded}`),
    html_url: htmlUrl(repository, `/blob/${repository.defaultBranch}/${encoded}`),
  }
}

/** GitHub breaks base64 into lines, which careless clients trip over. */
function inLines(base64: string): string {
  return base64.replace(/.{60}/g, '$&\n')
}
