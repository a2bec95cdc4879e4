import { count, formatSeconds, secondsBetween } from '../amounts.ts'
import { html, type Markup } from '../escape/html.ts'
import { attemptSeconds } from '../figures.ts'
import { ticks } from '../layout/ticks.ts'
import type { ReportedLanding, RunReport } from '../run-report.ts'
import { checksOfLanding, endOfAttempt, type Tone, toneOfAttempt } from '../wording.ts'
import { fitText } from './fit-text.ts'

const labels = 84
const rowHeight = 30
const barHeight = 22
const top = 30

interface Bar {
  readonly row: number
  readonly from: number
  readonly seconds: number
  readonly text: string
  readonly title: string
  readonly tone: Tone | 'merge'
}

interface Scale {
  readonly seconds: number
  readonly width: number
}

/** Who worked when: a row a worker, and below them one for merging and checking. */
export function renderTimeline(report: RunReport): Markup {
  const lanes = lanesOf(report)
  const bars = [...attemptBars(report, lanes), ...landingBars(report, lanes.length)]
  const scale = chooseScale(report, bars)
  const rows = [...lanes.map((lane) => `Worker ${lane}`), 'Merging']
  const width = labels + scale.width + 24
  const bottom = top + rows.length * rowHeight
  return html`
<svg width="${width}" height="${bottom + 26}" viewBox="0 0 ${width} ${bottom + 26}" role="group" aria-label="Timeline of the run">
${renderAxis(scale, bottom)}
${report.schedule === 'waves' && renderWaves(report, scale, bottom)}
${rows.map((row, i) => html`<text class="lane" x="0" y="${top + i * rowHeight + 19}">${row}</text>`)}
${bars.map((bar) => renderBar(bar, scale))}
</svg>`
}

function lanesOf({ tasks }: RunReport): number[] {
  const used = tasks.flatMap(({ attempts }) => attempts.map(({ lane }) => lane))
  return [...new Set(used)].sort((a, b) => a - b)
}

function attemptBars({ tasks, startedAt }: RunReport, lanes: readonly number[]): Bar[] {
  return tasks.flatMap((task) =>
    task.attempts.map((attempt) => {
      const seconds = attemptSeconds(attempt)
      const again = attempt.attempt > 1 ? `, attempt ${attempt.attempt}` : ''
      return {
        row: lanes.indexOf(attempt.lane),
        from: secondsBetween(startedAt, attempt.startedAt),
        seconds,
        text: task.id,
        title: `${task.id}: ${task.title} (${endOfAttempt[attempt.end]} after ${formatSeconds(seconds)}, wave ${attempt.wave}${again})`,
        tone: toneOfAttempt[attempt.end],
      }
    }),
  )
}

function landingBars({ landings, startedAt }: RunReport, row: number): Bar[] {
  return landings.map((landing) => ({
    row,
    from: secondsBetween(startedAt, landing.startedAt),
    seconds: secondsBetween(landing.startedAt, landing.finishedAt),
    text: String(landing.landed.length),
    title: landingTitle(landing),
    tone: landing.checks === 'failed' ? 'bad' : 'merge',
  }))
}

function landingTitle(landing: ReportedLanding): string {
  const seconds = secondsBetween(landing.startedAt, landing.finishedAt)
  const landed = landing.landed.length > 0 ? `: ${landing.landed.join(', ')}` : ''
  return `Wave ${landing.wave}, ${count(landing.landed.length, 'task')} landed${landed} (${checksOfLanding[landing.checks]}, ${formatSeconds(seconds)})`
}

/** As wide as the page, or wider where the bars would otherwise be too narrow to tell apart. */
function chooseScale(report: RunReport, bars: readonly Bar[]): Scale {
  const busiest = new Map<number, number>()
  for (const { row } of bars) busiest.set(row, (busiest.get(row) ?? 0) + 1)
  const most = Math.max(1, ...busiest.values())
  const ends = bars.map(({ from, seconds }) => from + seconds)
  return {
    seconds: Math.max(0.1, secondsBetween(report.startedAt, report.finishedAt), ...ends),
    width: Math.min(6000, Math.max(954, most * 56)),
  }
}

function toX(at: number, { seconds, width }: Scale): number {
  return labels + round((at / seconds) * width)
}

function renderAxis(scale: Scale, bottom: number): Markup[] {
  return ticks(scale.seconds, Math.floor(scale.width / 90)).map((at) => {
    const x = toX(at, scale)
    return html`<path class="tick" d="M${x} ${top - 6}V${bottom}"/><text class="axis" x="${x}" y="${bottom + 18}" text-anchor="middle">${formatSeconds(at)}</text>`
  })
}

/** Where each wave begins; a name that would run into the one before is left out. */
function renderWaves(report: RunReport, scale: Scale, bottom: number): Markup[] {
  let free = 0
  return startsOfWaves(report).map(([wave, from]) => {
    const x = toX(from, scale)
    const isFree = x >= free
    if (isFree) free = x + 56
    return html`<path class="wave" d="M${x} 8V${bottom}"/>${isFree && html`<text class="axis" x="${x + 6}" y="16">Wave ${wave}</text>`}`
  })
}

function startsOfWaves({ tasks, startedAt }: RunReport): [number, number][] {
  const starts = new Map<number, number>()
  for (const { wave, startedAt: at } of tasks.flatMap(({ attempts }) => attempts)) {
    const from = secondsBetween(startedAt, at)
    starts.set(wave, Math.min(from, starts.get(wave) ?? from))
  }
  return [...starts].sort(([, a], [, b]) => a - b)
}

function renderBar({ row, from, seconds, text, title, tone }: Bar, scale: Scale): Markup {
  const x = toX(from, scale)
  const width = Math.max(2, round(toX(from + seconds, scale) - x - 1))
  const fitting = fitText(text, width - 10, 6.8)
  return html`
<svg class="${tone}" x="${x}" y="${top + row * rowHeight + 4}" width="${width}" height="${barHeight}" role="img"><title>${title}</title><rect class="bar" width="${width}" height="${barHeight}" rx="${Math.min(4, width / 2)}"/>${fitting !== '' && html`<text class="bar-text" x="6" y="15">${fitting}</text>`}</svg>`
}

function round(pixels: number): number {
  return Math.round(pixels * 10) / 10
}
