import { ok } from '../answers/answer.ts'
import { refuseToken } from '../answers/permissions.ts'
import { renderUser } from '../render/render-issue.ts'
import type { Route } from './route.ts'

export const generalRoutes: readonly Route[] = [
  {
    is: 'general',
    operation: 'GET /user',
    answer: ({ token }) => {
      if (token.type !== 'user') throw refuseToken(token)
      return ok({ ...renderUser(token.user), user_view_type: 'public' })
    },
  },
  {
    is: 'general',
    operation: 'GET /rate_limit',
    answer: ({ world }) => {
      const reset = Math.floor(world.now().getTime() / 1000) + 3600
      const rate = { limit: 5000, used: 0, remaining: 5000, reset }
      return ok({ rate, resources: { core: rate, search: rate } })
    },
  },
]
