import Table from 'cli-table3'
import cliTruncate from 'cli-truncate'
import { createLogUpdate } from 'log-update'
import { bold, cyan, dim, green, red, yellow } from 'yoctocolors'
import { oneLine } from './one-line.ts'
import type { ProgressView } from './progress-view.ts'
import { advance, type LiveRow, type LiveState, nothingYet } from './state.ts'

const framesPerSecond = 8
const elapsedWidth = 5

/** A table of the wave that is redrawn in place, on a terminal. */
export function liveView(stream: NodeJS.WriteStream): ProgressView {
  const update = createLogUpdate(stream, { showCursor: true })
  let state: LiveState = nothingYet
  const width = () => stream.columns ?? 80
  const draw = () => update(renderTable(state, new Date(), width()))
  const timer = setInterval(draw, 1000 / framesPerSecond)
  timer.unref()
  return {
    progress(event) {
      state = advance(state, event)
      if (event.is === 'landed') {
        const ended = new Set(event.ends.map(({ id }) => id))
        if (ended.size > 0)
          update.persist(renderRows(state, only(state.rows, ended), new Date(), width()))
        state = { ...state, rows: only(state.rows, ended, false) }
      }
      draw()
    },
    say(text) {
      update.clear()
      stream.write(`${text}\n`)
      draw()
    },
    pause() {
      draw()
      update.done()
    },
    end() {
      clearInterval(timer)
      if (state.rows.size > 0) draw()
      else update.clear()
      update.done()
    },
  }
}

const marks: Record<LiveRow['state'], string> = {
  waiting: dim('·  waits'),
  working: cyan('▸  works'),
  checking: cyan('▸  checks'),
  done: green('●  done'),
  merged: green('●  merged'),
  landed: green('✔  landed'),
  failed: red('✖  failed'),
  'timed-out': red('✖  timed out'),
  'no-changes': red('✖  no changes'),
  rejected: red('✖  rejected'),
  requeued: yellow('↻  requeued'),
  'set-aside': yellow('↻  for a person'),
  ejected: red('✖  ejected'),
  interrupted: yellow('■  interrupted'),
}

export function renderTable(state: LiveState, now: Date, columns: number): string {
  const phase = state.phase === '' ? '' : dim(` — ${state.phase}`)
  const heading = `${bold(`Wave ${state.wave}`)}  ${state.done} of ${state.total} tasks done${phase}`
  return [truncate(heading, columns), renderRows(state, state.rows, now, columns)]
    .filter((part) => part !== '')
    .join('\n')
}

function renderRows(
  { idWidth }: LiveState,
  rows: LiveState['rows'],
  now: Date,
  columns: number,
): string {
  const table = new Table({ chars: noLines, style: { 'padding-left': 0, 'padding-right': 2 } })
  for (const [id, row] of rows) {
    table.push([
      `  ${id.padEnd(idWidth)}`,
      marks[row.state],
      elapsed(row, now).padStart(elapsedWidth),
      dim(oneLine(row.lastLine)),
    ])
  }
  const lines = table.toString().split('\n')
  return lines.map((line) => truncate(line, columns)).join('\n')
}

function truncate(line: string, columns: number): string {
  return cliTruncate(line, Math.max(20, columns - 1))
}

function only<K, V>(rows: ReadonlyMap<K, V>, keys: ReadonlySet<K>, isIn = true): Map<K, V> {
  return new Map([...rows].filter(([key]) => keys.has(key) === isIn))
}

function elapsed({ startedAt, finishedAt }: LiveRow, now: Date): string {
  if (!startedAt) return ''
  const seconds = Math.round(((finishedAt ?? now).getTime() - startedAt.getTime()) / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

const noLines = {
  ...{ top: '', 'top-mid': '', 'top-left': '', 'top-right': '' },
  ...{ bottom: '', 'bottom-mid': '', 'bottom-left': '', 'bottom-right': '' },
  ...{ left: '', 'left-mid': '', mid: '', 'mid-mid': '', right: '', 'right-mid': '', middle: '' },
}
