import type { HostedWorld } from './hosted-world.ts'

/** What a person would find after a wave, short enough to be spelled out in a test. */
export interface WhatThereIs {
  /** All but `main`. */
  readonly branches: readonly string[]
  /** The subjects of the feature branch's own first parents, oldest first. */
  readonly landed: readonly string[]
  /** The ids that are closed in the store. */
  readonly closed: readonly string[]
  /** The attempts that the store has counted: `1 failed`. */
  readonly attempts: Readonly<Record<string, readonly string[]>>
  /** `open 🤖 Implement Issue #7: Add a shop`. */
  readonly pulls: readonly string[]
  /** The headlines of our comments. */
  readonly comments: readonly string[]
  /** `pending 2/3 tasks landed`: the newest of each commit. */
  readonly statuses: readonly string[]
  /** The inputs of the runs that we started, those that are empty left out. */
  readonly dispatched: readonly object[]
}

export interface Place {
  readonly issue?: number
  readonly store?: string
}

export function whatThereIs(world: HostedWorld, place: Place = {}): WhatThereIs {
  const { issue = 7, store = 'beads-sync' } = place
  const { served, github } = world
  const repository = github.repository('octo/demo')
  const feature = `opencode/issue-${issue}`
  const heads = lines(served.git('for-each-ref', '--format=%(refname)', 'refs/heads/'))
  const branches = heads.map((ref) => ref.slice('refs/heads/'.length))
  const log = ['log', '--first-parent', '--reverse', '--format=%s']
  const issues = branches.includes(store) ? readIssues(served.git('show', `${store}:${file}`)) : []
  return {
    branches: branches.filter((name) => name !== 'main'),
    landed: branches.includes(feature) ? lines(served.git(...log, `main..${feature}`)) : [],
    closed: issues.filter(({ status }) => status === 'closed').map(({ id }) => id),
    attempts: Object.fromEntries(
      issues
        .map(({ id, notes }) => [id, readAttempts(notes)] as const)
        .filter(([, all]) => all.length),
    ),
    pulls: repository.pulls
      .filter(({ head }) => head === feature)
      .map(({ state, title }) => `${state} ${title}`),
    comments: repository.comments
      .filter((one) => one.issue === issue && one.user.type === 'Bot')
      .map(({ body }) => /^### (.*)$/m.exec(body)?.[1] ?? body),
    statuses: [...new Map(repository.statuses.map((status) => [status.sha, status])).values()].map(
      ({ state, description }) => `${state} ${description}`,
    ),
    dispatched: github.runs.all
      .filter(({ actor }) => actor.type === 'Bot')
      .map(({ inputs }) => Object.fromEntries(Object.entries(inputs).filter(([, value]) => value))),
  }
}

/** The text of our one comment. */
export function ourComment({ github }: HostedWorld, issue = 7): string {
  const { comments } = github.repository('octo/demo')
  const ours = comments.filter((one) => one.issue === issue && one.user.type === 'Bot')
  if (ours.length !== 1) throw new Error(`there are ${ours.length} comments of ours`)
  return ours[0]?.body ?? ''
}

const file = '.beads/issues.jsonl'

interface StoredIssue {
  readonly id: string
  readonly status: string
  readonly notes?: string
}

function readIssues(text: string): readonly StoredIssue[] {
  return lines(text).map((line) => JSON.parse(line) as StoredIssue)
}

function readAttempts(notes = ''): readonly string[] {
  const marked = lines(notes).filter((line) => line.startsWith('[wavefront] '))
  return marked.map((line) => {
    const { attempt, end } = JSON.parse(line.slice('[wavefront] '.length))
    return `${attempt} ${end}`
  })
}

function lines(text: string): string[] {
  return text.split('\n').filter((line) => line !== '')
}
