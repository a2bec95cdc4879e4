import type { Point, Request } from './gate.ts'

/** All that the landing of a first wave asks of the servers; the status and the pull request go out together. */
export const firstWave: readonly Request[] = [
  'GET /info/refs git-upload-pack',
  'POST /git-upload-pack',
  'POST /git-upload-pack (2)',
  'GET /issues/7',
  'GET /actions/runs/…/jobs',
  'GET /info/refs git-receive-pack',
  'POST /git-receive-pack',
  'GET /pulls',
  'POST /statuses/…',
  'POST /pulls',
  'GET /issues/7/comments',
  'POST /issues/7/comments',
  'GET /info/refs git-receive-pack (2)',
  'POST /git-receive-pack (2)',
  'GET /actions/runs/…',
  'POST /actions/workflows/wavefront.yml/dispatches',
]

/** What the landing of a later wave changes, which is the last one here. */
export const lastWave: readonly Request[] = [
  'POST /git-receive-pack',
  'POST /statuses/…',
  'PATCH /pulls/8',
  'PATCH /issues/comments/…',
  'POST /git-receive-pack (2)',
]

/** What changes something on a server. */
export function isWrite(request: Request): boolean {
  return !request.startsWith('GET ') && !request.includes('upload-pack')
}

/** Before each request, which ends it between any two of them, and after each that changes something. */
export function pointsOf(requests: readonly Request[]): readonly [string, Point][] {
  return requests.flatMap((at): [string, Point][] => [
    [`before ${at}`, { when: 'before', at }],
    ...(isWrite(at) ? [[`after ${at}`, { when: 'after', at }] as [string, Point]] : []),
  ])
}

/** Every state in which a landing can leave the servers: before it changed anything, and after each change. */
export function statesOf(requests: readonly Request[]): readonly [string, Point][] {
  const points = pointsOf(requests.filter(isWrite))
  return points.filter(([, { when }], at) => at === 0 || when === 'after')
}
