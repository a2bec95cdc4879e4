import type { Facts } from './facts.ts'
import { judgeBranches } from './judge-branches.ts'
import { judgeCaller } from './judge-caller.ts'
import { judgePullRequests, judgeRepository, judgeSettings } from './judge-settings.ts'
import { judgeStore } from './judge-store.ts'
import type { Row } from './row.ts'

/** What is there, what is missing and what could not be seen, in the order in which people set it up. */
export function judge(facts: Facts): Row[] {
  return [
    ...judgeRepository(facts),
    ...judgeCaller(facts),
    ...judgeSettings(facts),
    judgePullRequests(facts),
    ...judgeBranches(facts),
    ...judgeStore(facts),
  ]
}
