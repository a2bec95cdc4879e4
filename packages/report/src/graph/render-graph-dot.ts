import { quote } from '../escape/dot.ts'
import type { GraphNode, GraphView, NodeState } from './graph-view.ts'

const fill: Record<NodeState, string> = {
  ready: '#e9f4ee',
  open: '#ffffff',
  paused: '#faf2de',
  closed: '#f0f1f2',
}

/** A digraph for Graphviz; the critical path has thick borders, epics are ellipses. */
export function renderGraphDot({ title, nodes, edges }: GraphView): string {
  const number = new Map(nodes.map(({ id }, i) => [id, i + 1]))
  return [
    `digraph ${quote(title ?? 'tasks')} {`,
    '  rankdir=LR',
    '  node [shape=box style="rounded,filled" fontname="Helvetica" color="#8a9096"]',
    ...nodes.map((node, i) => `  n${i + 1} [${attributes(node).join(' ')}]`),
    ...edges
      .filter(({ from, to }) => number.has(from) && number.has(to))
      .map(({ from, to }) => `  n${number.get(from)} -> n${number.get(to)}`),
    '}',
    '',
  ].join('\n')
}

function attributes({ id, title, kind, state, critical }: GraphNode): string[] {
  return [
    `label=${quote(id, title)}`,
    `fillcolor="${fill[state]}"`,
    ...(critical ? ['penwidth=3', 'color="#4b57a8"'] : []),
    ...(kind === 'epic' ? ['shape=ellipse'] : []),
  ]
}
