import { medianMs, runProcess } from './measure.ts'
import type { Bench } from './row.ts'

/** How long it takes until the command line answers, against a Node that does nothing. */
export async function* start(): Bench {
  const node = process.execPath
  const bare = await medianMs(15, () => runProcess(node, ['-e', '0']))
  const ours = await medianMs(15, () => runProcess(node, ['dist/cli/index.js', '--version']))
  yield {
    ...{ name: 'cli-start', ours, other: bare, unit: 'ms' },
    against: 'bare node',
    aim: 'at least 0.67 (1.5 times as long)',
  }
}
