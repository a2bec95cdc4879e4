/** An action for run-action.test.ts: what it does is its input. */
import { setTimeout as sleep } from 'node:timers/promises'
import { UserError } from '@wavefront/errors'
import { Interrupted } from '@wavefront/wave'
import { type Runner, runAction } from '../src/index.ts'

const acts: Readonly<Record<string, (runner: Runner) => Promise<void> | void>> = {
  all(runner) {
    runner.mask('s3cret\nline two')
    runner.info('a\n::error::b')
    runner.notice('100%\n::x::')
    runner.warning('w')
    runner.summary('# Wave 1')
    runner.setOutputs({
      task_ids: ['a', 'b'],
      task_count: 2,
      hostile: 'x\nmatrix=1\nEOF\nother<<EOF',
      leaked: 'has s3cret in it',
    })
    return runner.group('Agent\n::stop-commands::x', async () =>
      runner.foreign('::add-mask::o\r##[error]x'),
    )
  },
  problems() {
    throw new UserError([
      { what: 'unknown key "x"', where: '.github/wavefront.yml:7', fix: 'remove it' },
      { what: 'task "::set-env::"', where: 'input task_id', fix: 'write\n::another::' },
    ])
  },
  tooLarge: (runner) => {
    runner.setOutputs({ small: 'a', report: 'x'.repeat(300_000) })
    runner.setOutputs({ more: 'x'.repeat(250_000) })
  },
  fullDisk() {
    throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', syscall: 'write', path: '/w/x' })
  },
  bug() {
    throw new TypeError('x is not y', { cause: new Error('##[error]z') })
  },
  thrownLater() {
    setTimeout(() => {
      throw new Error('from a timer')
    }, 1)
    return sleep(60_000)
  },
  neverDone: () => new Promise(() => {}),
  async cancelled({ signal }) {
    const aborted = new Promise((resolve) => signal.addEventListener('abort', resolve))
    const alive = setInterval(() => {}, 1000)
    process.kill(process.pid, 'SIGINT')
    await aborted
    clearInterval(alive)
    throw new Interrupted('ended from outside')
  },
  secret(runner) {
    const { token } = runner.inputs({ act: { kind: 'text' }, token: { kind: 'secret' } })
    runner.info(`got ${token?.length}`)
  },
}

await runAction(async (runner) => {
  const { INPUT_ACT = '' } = process.env
  await acts[INPUT_ACT]?.(runner)
})
