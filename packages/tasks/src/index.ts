export type { AttemptEnd, AttemptRecord, Outcome } from './attempt.ts'
export { above, blockersOf } from './blockers.ts'
export { finishedEpics } from './finished-epics.ts'
export { matchesGlob } from './matches-glob.ts'
export { type CriticalPath, criticalPath, deadlocked, levels, longestPaths } from './order.ts'
export { overlap } from './overlap.ts'
export {
  isUnder,
  type Readiness,
  type ReadinessOptions,
  readiness,
  type WaitingTask,
} from './readiness.ts'
export {
  type HeldBecause,
  type HeldTask,
  selectWave,
  type Wave,
  type WaveRequest,
} from './select-wave.ts'
export type { Condition, Dependency, Task, TaskBrief, TaskKind, TaskState } from './task.ts'
export { buildGraph, type TaskGraph } from './task-graph.ts'
export { isTaskId, parseTaskId, type TaskId, taskId } from './task-id.ts'
