import { fence } from '../escape/markdown.ts'
import { type FlowchartNode, renderFlowchart } from '../graph/flowchart.ts'
import { tidy } from '../layout/graph.ts'
import { rank } from '../layout/rank.ts'
import type { StatusReport, StatusTask, StatusTaskState } from '../status-report.ts'
import type { Part } from './page.ts'
import { markOfState } from './wording.ts'

const classes: Record<StatusTaskState, string> = {
  landed: 'fill:#e9f4ee,stroke:#2c7a57,color:#1d1f21',
  closed: 'fill:#f0f1f2,stroke:#8a9096,color:#1d1f21',
  working: 'fill:#e8eaf7,stroke:#4b57a8,stroke-width:3px,color:#1d1f21',
  ready: 'fill:#ffffff,stroke:#4b57a8,color:#1d1f21',
  held: 'fill:#ffffff,stroke:#8a9096,color:#1d1f21',
  waiting: 'fill:#ffffff,stroke:#8a9096,stroke-dasharray:4 3,color:#6f767d',
  paused: 'fill:#faf2de,stroke:#96690d,color:#1d1f21',
  failed: 'fill:#fbebe9,stroke:#b0413a,color:#1d1f21',
}

/** A drawing cannot be cut: what does not fit into so many signs is left out whole. */
const mostSigns = 24_000

/** The tasks and what they wait for, coloured by state. */
export function graphPart({ tasks }: StatusReport, partRank: number): Part {
  const edges = tasks.flatMap(({ id, dependsOn }) => dependsOn.map((from) => ({ from, to: id })))
  const nodes = placeNodes(tasks, edges)
  const chart = renderFlowchart({ nodes, edges, classes }, mostSigns)
  const fits = tasks.length > 0 && chart.length <= mostSigns
  const rows = fits ? [fence(chart, 'mermaid')] : tooLarge(tasks.length)
  return { name: 'the graph', rank: partRank, rows, between: '\n' }
}

function tooLarge(size: number): string[] {
  return size > 0 ? ['*The graph is too large to be drawn here.*'] : []
}

function placeNodes(
  tasks: readonly StatusTask[],
  edges: readonly { readonly from: string; readonly to: string }[],
): FlowchartNode[] {
  const index = new Map(tasks.map(({ id }, i) => [id, i]))
  const arrows = edges.map(({ from, to }) => ({
    from: index.get(from) ?? -1,
    to: index.get(to) ?? -1,
  }))
  const levels = rank(tidy({ size: tasks.length, arrows }))
  return tasks.map(({ id, title, state }, i) => ({
    id,
    text: `${markOfState[state]} ${id} · ${title.slice(0, 500)}`,
    class: state,
    level: levels[i] ?? 0,
  }))
}
