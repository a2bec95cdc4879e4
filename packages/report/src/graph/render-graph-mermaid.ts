import { renderFlowchart } from './flowchart.ts'
import type { GraphNode, GraphView } from './graph-view.ts'

const classes = {
  ready: 'fill:#e9f4ee,stroke:#2c7a57,color:#1d1f21',
  open: 'fill:#ffffff,stroke:#8a9096,color:#1d1f21',
  paused: 'fill:#faf2de,stroke:#96690d,color:#1d1f21',
  closed: 'fill:#f0f1f2,stroke:#c3c6c9,color:#6f767d',
  readyCritical: 'fill:#e9f4ee,stroke:#2c7a57,stroke-width:3px,color:#1d1f21',
  openCritical: 'fill:#ffffff,stroke:#4b57a8,stroke-width:3px,color:#1d1f21',
  pausedCritical: 'fill:#faf2de,stroke:#96690d,stroke-width:3px,color:#1d1f21',
}

/** A Mermaid flowchart; the critical path has thick borders. */
export function renderGraphMermaid({ nodes, edges }: GraphView): string {
  const chart = nodes.map((node) => ({
    id: node.id,
    text: node.title === '' ? node.id : `${node.id} · ${node.title}`,
    class: classOf(node),
    ...(node.level !== undefined && { level: node.level }),
  }))
  return `${renderFlowchart({ nodes: chart, edges, classes })}\n`
}

function classOf({ state, critical }: GraphNode): keyof typeof classes {
  return critical && state !== 'closed' ? `${state}Critical` : state
}
