import type { PreparedWave } from '@wavefront/wave'
import type { Interruption } from '../interruption.ts'
import { renderPrepared } from '../output/prepared.ts'
import type { ProgressView } from '../output/progress-view.ts'
import { ask } from '../terminal.ts'

/** Shows a wave and asks whether it may begin. */
export function askForWave(
  view: ProgressView,
  interruption: Interruption,
): (wave: PreparedWave) => Promise<boolean> {
  return (wave) => {
    view.pause()
    process.stderr.write(`${renderPrepared(wave)}\n`)
    return ask(`Begin wave ${wave.wave}?`, interruption.interrupt)
  }
}
