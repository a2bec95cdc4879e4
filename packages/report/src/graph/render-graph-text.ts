import { count } from '../amounts.ts'
import { cleanLine } from '../escape/clean.ts'
import type { GraphNode, GraphView, NodeState } from './graph-view.ts'

/** Above so many unfinished tasks only their ids are shown. */
const roomForTitles = 40

/** The graph for a terminal: a paragraph a level, `*` on the critical path. */
export function renderGraphText(view: GraphView, width = 100): string {
  const nodes = new Map(view.nodes.map((node) => [node.id, node]))
  const open = view.levels.reduce((sum, ids) => sum + ids.length, 0)
  const paragraphs = view.levels.map((ids, level) => {
    const shown = ids.map((id) => nodes.get(id) ?? stranger(id, level))
    const head = `Level ${level + 1}: ${count(ids.length, 'task')}`
    return [head, ...(open > roomForTitles ? inLines(shown, width) : inRows(shown, width))].join(
      '\n',
    )
  })
  return [summary(view), ...paragraphs, legend(view), ...view.notes.map(cleanLine)]
    .filter((part) => part !== '')
    .join('\n\n')
    .concat('\n')
}

function summary({ title, nodes, levels, criticalPath }: GraphView): string {
  const tasks = nodes.filter(({ kind }) => kind === 'task')
  const states = (Object.keys(wordOf) as NodeState[]).flatMap((state) => {
    const amount = tasks.filter((task) => task.state === state).length
    return amount > 0 ? [`${amount} ${wordOf[state]}`] : []
  })
  const path = criticalPath.ids.map(cleanLine).join(' → ')
  return [
    ...(title === undefined ? [] : [cleanLine(title)]),
    [count(tasks.length, 'task'), ...states].join(', '),
    levels.length === 0
      ? 'Nothing is left to do.'
      : `${count(levels.length, 'level')}; critical path of ${count(criticalPath.ids.length, 'task')}, ${count(criticalPath.minutes, 'minute')}: ${shorten(path, 400)}`,
  ].join('\n')
}

const wordOf: Record<NodeState, string> = {
  ready: 'ready',
  open: 'waiting',
  paused: 'paused',
  closed: 'done',
}

const markOf: Record<NodeState, string> = { ready: '▸', open: ' ', paused: '‖', closed: '✓' }

function legend({ levels }: GraphView): string {
  return levels.length === 0 ? '' : '* critical path   ▸ ready   ‖ paused'
}

function inRows(nodes: readonly GraphNode[], width: number): string[] {
  const longest = Math.min(24, Math.max(...nodes.map(({ id }) => cleanLine(id).length)))
  return nodes.map((node) => {
    const row = `  ${marks(node)} ${cleanLine(node.id).padEnd(longest)}  ${cleanLine(node.title)}`
    return shorten(row, width).trimEnd()
  })
}

function inLines(nodes: readonly GraphNode[], width: number): string[] {
  const words = nodes.map((node) => `${marks(node)}${shorten(cleanLine(node.id), width - 8)}`)
  const cell = Math.max(...words.map(({ length }) => length)) + 1
  const perLine = Math.max(1, Math.floor((width - 1) / cell))
  return words.flatMap((_, i) => {
    if (i % perLine > 0) return []
    const line = words.slice(i, i + perLine).map((word) => word.padEnd(cell))
    return [` ${line.join('')}`.trimEnd()]
  })
}

function marks({ critical, state }: GraphNode): string {
  return `${critical ? '*' : ' '}${markOf[state]}`
}

function shorten(text: string, length: number): string {
  const signs = [...text]
  return signs.length > length ? `${signs.slice(0, length - 1).join('')}…` : text
}

function stranger(id: string, level: number): GraphNode {
  return { id, title: '', kind: 'task', state: 'open', level, critical: false }
}
