import { printJson } from '../escape/json.ts'
import type { GraphView, NodeState } from './graph-view.ts'

/** What `wavefront graph --format json` prints. Keys are added over time, never renamed. */
export interface GraphJson {
  readonly title?: string
  readonly tasks: readonly {
    readonly id: string
    readonly title: string
    readonly kind: 'task' | 'epic'
    readonly state: NodeState
    /** From 0; null for what is done and for epics. */
    readonly level: number | null
    readonly critical: boolean
  }[]
  /** `to` waits for `from`. */
  readonly edges: readonly { readonly from: string; readonly to: string }[]
  readonly levels: readonly (readonly string[])[]
  readonly critical_path: { readonly tasks: readonly string[]; readonly minutes: number }
  readonly notes: readonly string[]
}

export function renderGraphJson(view: GraphView): string {
  return `${printJson(toJson(view))}\n`
}

function toJson({ title, nodes, edges, levels, criticalPath, notes }: GraphView): GraphJson {
  return {
    ...(title !== undefined && { title }),
    tasks: nodes.map(({ id, title, kind, state, level, critical }) => ({
      id,
      title,
      kind,
      state,
      level: level ?? null,
      critical,
    })),
    edges: edges.map(({ from, to }) => ({ from, to })),
    levels,
    critical_path: { tasks: criticalPath.ids, minutes: criticalPath.minutes },
    notes,
  }
}
