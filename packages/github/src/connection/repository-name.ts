import { UserError } from '@wavefront/errors'

export interface Repository {
  readonly owner: string
  readonly name: string
}

export function repositoryName(text: string): Repository {
  const [, owner, name] = /^([A-Za-z0-9_-]+)\/([A-Za-z0-9._-]+)$/.exec(text) ?? []
  if (owner && name && !/^\.+$/.test(name)) return { owner, name }
  throw new UserError({
    what: `${JSON.stringify(text)} is not a repository`,
    fix: 'write its owner and its name: octocat/hello-world',
  })
}
