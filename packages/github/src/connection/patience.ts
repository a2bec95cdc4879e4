interface Limited {
  readonly method: string
  readonly url: string
}

/**
 * For each kind of limit: whether to wait that many seconds for it. One request has one patience, and
 * a bound on how often, because a limit that GitHub's clock says is over costs no seconds.
 */
export function createPatience(most: number, log: (line: string) => void) {
  const spent = new WeakMap<Limited, { seconds: number; times: number }>()
  return (limit: string) => (seconds: number, request: Limited) => {
    const before = spent.get(request) ?? { seconds: 0, times: 0 }
    const now = { seconds: before.seconds + seconds, times: before.times + 1 }
    if (now.seconds > most || now.times > mostTimes) return false
    spent.set(request, now)
    log(`GitHub's ${limit} is reached: waiting ${seconds} s`)
    return true
  }
}

const mostTimes = 5
