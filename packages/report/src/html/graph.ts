import { html, type Markup } from '../escape/html.ts'
import type { Arrow } from '../layout/graph.ts'
import { type Line, layOut, type Point, type Sizes } from '../layout/lay-out.ts'
import type { ReportedTask } from '../run-report.ts'
import { markOf, stateOfTask, toneOfTask } from '../wording.ts'
import { fitText } from './fit-text.ts'

/** Above so many tasks a box shows only its id. */
const roomForTitles = 60

const large: Sizes = { width: 196, height: 46, gap: 48, space: 12, tallest: 14 }
const small: Sizes = { width: 112, height: 22, gap: 44, space: 7, tallest: 30 }

/** The tasks in columns from left to right, each behind all that it waited for. */
export function renderGraph(tasks: readonly ReportedTask[]): Markup {
  const sizes = tasks.length > roomForTitles ? small : large
  const layout = layOut({ size: tasks.length, arrows: arrowsOf(tasks) }, sizes)
  const width = layout.width + 2
  const height = Math.ceil(layout.height) + 2
  return html`
<svg width="${width}" height="${height}" viewBox="-1 -1 ${width} ${height}" role="group" aria-label="Graph of the tasks">
<g>${layout.lines.map(renderLine)}</g>
${tasks.map((task, i) => renderBox(task, i, layout.boxes[i] ?? { x: 0, y: 0 }, sizes))}
</svg>`
}

function arrowsOf(tasks: readonly ReportedTask[]): Arrow[] {
  const index = new Map(tasks.map(({ id }, i) => [id, i]))
  return tasks.flatMap(({ dependsOn }, to) =>
    dependsOn.flatMap((id) => {
      const from = index.get(id)
      return from === undefined ? [] : [{ from, to }]
    }),
  )
}

function renderLine({ points }: Line): Markup {
  const steps = points.map(({ x, y }, i) => {
    const last = points[i - 1]
    if (last === undefined) return `M${x} ${y}`
    if (last.y === y) return `H${x}`
    const half = (last.x + x) / 2
    return `C${half} ${last.y} ${half} ${y} ${x} ${y}`
  })
  return html`<path class="thread" d="${steps.join('')}"/>`
}

/** A drawing of its own, so that a title with unusually wide letters ends at its box. */
function renderBox(task: ReportedTask, index: number, at: Point, sizes: Sizes): Markup {
  const { width, height } = sizes
  const tone = toneOfTask[task.state]
  const name = `${task.id}: ${task.title} (${stateOfTask[task.state]})`
  return html`
<a href="#task-${index + 1}" aria-label="${name}"><svg class="${tone}" x="${at.x}" y="${at.y}" width="${width}" height="${height}"><title>${name}</title>
<rect class="box" x="0.5" y="0.5" width="${width - 1}" height="${height - 1}" rx="5"/><rect class="stripe" width="3" height="${height}" rx="1.5"/>
${sizes === large ? renderLargeText(task, width) : renderSmallText(task, width)}</svg></a>`
}

function renderLargeText(task: ReportedTask, width: number): Markup {
  return html`<text class="id" x="13" y="19" font-size="11.5">${fitText(task.id, width - 40, 7)}</text>${renderMark(task, width - 18, 19)}<text x="13" y="36" font-size="12.5">${fitText(task.title, width - 22, 6.6)}</text>`
}

function renderSmallText(task: ReportedTask, width: number): Markup {
  return html`<text class="id" x="10" y="15" font-size="10.5">${fitText(task.id, width - 30, 6.4)}</text>${renderMark(task, width - 16, 15)}`
}

function renderMark({ state }: ReportedTask, x: number, y: number): Markup {
  return html`<text class="mark" x="${x}" y="${y}" font-size="11">${markOf[toneOfTask[state]]}</text>`
}
