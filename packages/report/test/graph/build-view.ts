import type { GraphView } from '../../src/index.ts'

/** Four tasks: `setup` is done, then `api` and `docs`, then `ui`, by way of `api`. */
export function smallView(parts: Partial<GraphView> = {}): GraphView {
  return {
    title: 'Shop',
    nodes: [
      { id: 'setup', title: 'Set up', kind: 'task', state: 'closed', critical: false },
      { id: 'api', title: 'Build the API', kind: 'task', state: 'ready', level: 0, critical: true },
      { id: 'docs', title: 'Say "how"', kind: 'task', state: 'paused', level: 0, critical: false },
      { id: 'ui', title: 'Build the UI', kind: 'task', state: 'open', level: 1, critical: true },
    ],
    edges: [
      { from: 'setup', to: 'api' },
      { from: 'api', to: 'ui' },
      { from: 'setup', to: 'ui' },
    ],
    levels: [['api', 'docs'], ['ui']],
    criticalPath: { ids: ['api', 'ui'], minutes: 45 },
    notes: ['1 issue was deleted.'],
    ...parts,
  }
}

/** Every task of a level waits for all of the level before. */
export function denseView(levels: number, width: number): GraphView {
  const ids = Array.from({ length: levels }, (_, level) =>
    Array.from({ length: width }, (_, i) => `t${level}-${i}`),
  )
  return {
    nodes: ids.flatMap((level, at) =>
      level.map((id) => ({
        id,
        title: `Task ${id}`,
        kind: 'task' as const,
        state: at === 0 ? ('ready' as const) : ('open' as const),
        level: at,
        critical: id.endsWith('-0'),
      })),
    ),
    edges: ids.flatMap((level, at) =>
      level.flatMap((to) =>
        ids.slice(0, at).flatMap((before) => before.map((from) => ({ from, to }))),
      ),
    ),
    levels: ids,
    criticalPath: { ids: ids.map((level) => String(level[0])), minutes: levels },
    notes: [],
  }
}
