import { label } from '../escape/mermaid.ts'
import { fitEdges } from './fit-edges.ts'
import type { GraphEdge } from './graph-view.ts'

/** What GitHub draws at most. */
const mostEdges = 500

export interface Flowchart {
  readonly nodes: readonly FlowchartNode[]
  readonly edges: readonly GraphEdge[]
  /** Class names with their style, in Mermaid's words. */
  readonly classes: Readonly<Record<string, string>>
}

export interface FlowchartNode {
  readonly id: string
  readonly text: string
  readonly class: string
  readonly level?: number
}

/** Mermaid refuses a longer text; some room is left for what stands around it. */
const mostSigns = 48_000

/** Tried in turn until the text is short enough. */
const labelLengths = [60, 30, 15] as const

/** Nodes are numbered, because an id like `end` is a word of Mermaid's language. */
export function renderFlowchart(chart: Flowchart, most = mostSigns): string {
  const { nodes, edges } = chart
  const fitted = fitEdges({ nodes: nodes.map(asNode), edges }, mostEdges)
  const texts = labelLengths.map((length) => render({ ...chart, edges: fitted.edges }, length))
  const text = texts.find(({ length }) => length <= most) ?? texts.at(-1) ?? ''
  const comments = fitted.notes.map((note) => `  %% ${note}\n`)
  return `flowchart LR\n${comments.join('')}${text}`
}

function render({ nodes, edges, classes }: Flowchart, labelLength: number): string {
  const number = new Map(nodes.map(({ id }, i) => [id, `n${i + 1}`]))
  const used = Object.entries(classes).filter(([name]) => nodes.some((node) => node.class === name))
  return [
    ...nodes.map((node, i) => `  n${i + 1}["${label(node.text, labelLength)}"]:::${node.class}`),
    ...edges.flatMap(({ from, to }) => drawEdge(number.get(from), number.get(to))),
    ...used.map(([name, style]) => `  classDef ${name} ${style}`),
  ].join('\n')
}

function asNode({ id, text, level }: FlowchartNode) {
  return {
    id,
    title: text,
    kind: 'task' as const,
    state: 'open' as const,
    ...(level !== undefined && { level }),
    critical: false,
  }
}

function drawEdge(from: string | undefined, to: string | undefined): string[] {
  return from === undefined || to === undefined ? [] : [`  ${from} --> ${to}`]
}
