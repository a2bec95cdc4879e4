export type { Progress, TaskEnded, TaskStarted, WaveEvent, WaveLanded } from './events.ts'
export { type Executed, type ExecutePorts, executeTask, type TaskOrder } from './execute-task.ts'
export { explainStuck, type StuckTask } from './explain-stuck.ts'
export { findCulprits } from './find-culprits.ts'
export { type IntegratePorts, type Integration, integrateWave } from './integrate-wave.ts'
export { Interrupted } from './interrupted.ts'
export { finishLanding, type LandingPlan, landWave, planLanding } from './land-wave.ts'
export type { MergedBatch, MergedTask } from './merge-batch.ts'
export * from './names.ts'
export { defaultPolicy, type WavePolicy } from './policy.ts'
export type * from './ports/index.ts'
export {
  type PreparedWave,
  type PrepareOptions,
  planWave,
  prepareWave,
  type WaveTask,
  type World,
} from './prepare-wave.ts'
export { type PromptFacts, renderPrompt } from './prompt.ts'
export { createRecorder, type Recorder, type RunFacts } from './recorder.ts'
export type { RunOutcome, RunPorts, RunRequest } from './run.ts'
export { runRolling } from './run-rolling.ts'
export { runWaves } from './run-waves.ts'
export { trailer } from './trailers.ts'
