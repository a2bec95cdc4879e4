import { unwrap } from '@wavefront/errors'
import {
  type GraphView,
  renderGraphDot,
  renderGraphJson,
  renderGraphMermaid,
  renderGraphText,
  viewGraph,
} from '@wavefront/report'
import { buildGraph, deadlocked, type TaskGraph } from '@wavefront/tasks'
import { exitCodes } from '../exit-codes.ts'
import { readSource, type SourceOptions } from '../source.ts'

export interface GraphOptions extends SourceOptions {
  readonly format: keyof typeof renderers
  readonly json?: boolean
}

const renderers = {
  text: renderGraphText,
  mermaid: renderGraphMermaid,
  json: renderGraphJson,
  dot: renderGraphDot,
} satisfies Record<string, (view: GraphView) => string>

/** `wavefront graph`: a plan or a store as levels, critical path and edges. */
export async function graph(options: GraphOptions): Promise<number> {
  const { title, tasks, notes } = await readSource(options, process.cwd())
  const built = unwrap(buildGraph(tasks))
  const view = viewGraph(built, { title, notes: [...notes, ...circles(built)] })
  console.log(renderers[options.json ? 'json' : options.format](view).trimEnd())
  return exitCodes.done
}

function circles(graph: TaskGraph): string[] {
  const stuck = deadlocked(graph)
  if (stuck.length === 0) return []
  return [`These can never start, because they wait for what waits for them: ${stuck.join(', ')}.`]
}
