import type { Answer } from '../answers/answer.ts'
import type { Call } from './route.ts'

/** A page of a list, with the links by which clients find the others. */
export function pageOf<T>(
  call: Call,
  all: readonly T[],
  bodyOf: (items: readonly T[]) => unknown,
): Answer {
  const size = Math.min(Number(call.query.get('per_page') ?? 30), 100)
  const page = Math.max(Number(call.query.get('page') ?? 1), 1)
  const last = Math.max(1, Math.ceil(all.length / size))
  const links = [
    ...(page > 1
      ? [
          ['prev', page - 1],
          ['first', 1],
        ]
      : []),
    ...(page < last
      ? [
          ['next', page + 1],
          ['last', last],
        ]
      : []),
  ] as const
  const body = bodyOf(all.slice((page - 1) * size, page * size))
  if (links.length === 0) return { status: 200, body }
  const link = links.map(([rel, to]) => `<${addressOf(call, to as number)}>; rel="${rel}"`)
  return { status: 200, body, headers: { link: link.join(', ') } }
}

function addressOf({ world, requested }: Call, page: number): string {
  const address = new URL(requested, world.url)
  address.searchParams.set('page', String(page))
  return address.href
}
