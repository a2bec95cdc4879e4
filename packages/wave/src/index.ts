export type { Progress, TaskEnded, TaskStarted, WaveEvent, WaveLanded } from './events.ts'
export {
  type Executed,
  type ExecutePorts,
  executeTask,
  type Review,
  type TaskOrder,
} from './execute-task.ts'
export { explainStop } from './explain-stop.ts'
export { explainStuck, type StuckTask } from './explain-stuck.ts'
export { findCulprits } from './find-culprits.ts'
export {
  type BaseUpdate,
  type FlakyRun,
  type IntegratePorts,
  type IntegrateRequest,
  type Integration,
  integrateWave,
} from './integrate-wave.ts'
export { Interrupted } from './interrupted.ts'
export { type Change, type ChangePolicy, judgeChanges } from './judge-changes.ts'
export { finishLanding, type LandingPlan, landWave, planLanding } from './land-wave.ts'
export type { MergedBatch, MergedTask } from './merge-batch.ts'
export { type MergePolicy, withMergePolicy } from './merge-policy.ts'
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
export { type Admission, admitResults, type Expected, type Found } from './server/admit-results.ts'
export { currentResults, type LateResult, lateResults } from './server/current-results.ts'
export { decideNext, type Next, type NextFacts } from './server/decide-next.ts'
export { describeStatus, type StatusFacts } from './server/describe-status.ts'
export {
  type Finalized,
  type FinalizePorts,
  type FinalizeRequest,
  finalizeWave,
} from './server/finalize-wave.ts'
export {
  type IntegrationRecord,
  type Known,
  recordIntegration,
  repeatIntegration,
} from './server/integration-record.ts'
export { findIssueEpics } from './server/issue-epic.ts'
export { type KeepPorts, type KeepRequest, keepWave } from './server/keep-wave.ts'
export {
  type Landed,
  type LandPorts,
  type LandRequest,
  landOnServer,
} from './server/land-on-server.ts'
export { readHistory, type ToldHistory } from './server/read-history.ts'
export { TipMovedError } from './tip-moved-error.ts'
export { trailer } from './trailers.ts'
