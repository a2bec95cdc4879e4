import { markOf } from '../wording.ts'
import type { MergedBranch } from './merge-report.ts'
import type { Paint } from './paint.ts'

interface Look {
  readonly mark: string
  readonly tone: keyof Paint
  readonly words: string
}

export const lookOf: Record<MergedBranch['is'], Look> = {
  merged: { mark: markOf.good, tone: 'good', words: 'merged' },
  requeued: { mark: markOf.wait, tone: 'wait', words: 'put back, to be done again' },
  'set-aside': { mark: markOf.wait, tone: 'wait', words: 'set aside for a person' },
  waiting: { mark: markOf.wait, tone: 'wait', words: 'not merged' },
  ejected: { mark: markOf.bad, tone: 'bad', words: 'taken out: the checks are red with it' },
}
