import { fence } from '../escape/markdown.ts'
import { renderFlowchart } from '../graph/flowchart.ts'
import type { ReportedTask } from '../run-report.ts'
import { markOf, type TaskState, toneOfTask } from '../wording.ts'

const classes: Record<TaskState, string> = {
  landed: 'fill:#e9f4ee,stroke:#2c7a57,color:#1d1f21',
  'done-before': 'fill:#f0f1f2,stroke:#8a9096,color:#1d1f21',
  open: 'fill:#faf2de,stroke:#96690d,color:#1d1f21',
  failed: 'fill:#fbebe9,stroke:#b0413a,color:#1d1f21',
}

export function renderTaskGraph(tasks: readonly ReportedTask[]): string {
  const edges = tasks.flatMap(({ id, dependsOn }) => dependsOn.map((from) => ({ from, to: id })))
  const nodes = tasks.map(({ id, title, state }) => ({
    id,
    text: `${markOf[toneOfTask[state]]} ${id} · ${title}`,
    class: state,
  }))
  return fence(renderFlowchart({ nodes, edges, classes }), 'mermaid')
}
