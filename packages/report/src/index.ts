export { type Figure, listFigures } from './figure-list.ts'
export { type Figures, figures, type TaskCount } from './figures.ts'
export {
  type GraphEdge,
  type GraphNode,
  type GraphView,
  type NodeState,
  viewGraph,
} from './graph/graph-view.ts'
export { renderGraphDot } from './graph/render-graph-dot.ts'
export { type GraphJson, renderGraphJson } from './graph/render-graph-json.ts'
export { renderGraphMermaid } from './graph/render-graph-mermaid.ts'
export { renderGraphText } from './graph/render-graph-text.ts'
export { renderHtml } from './html/render-html.ts'
export { renderMarkdown } from './markdown/render-markdown.ts'
export type { MergedBranch, MergeReport } from './merge/merge-report.ts'
export { type MergeJson, mergeJson, renderMergeJson } from './merge/render-merge-json.ts'
export { renderMergeText, renderPlaces, type TextLook } from './merge/render-merge-text.ts'
export { type RunJson, renderRunJson, runJson } from './run-json.ts'
export type * from './run-report.ts'
export { renderLandingSummary } from './status/landing-summary.ts'
export { renderComment } from './status/render-comment.ts'
export { renderPullRequest } from './status/render-pull-request.ts'
export {
  type FileChange,
  findReviewPoints,
  type ReviewInput,
} from './status/review/find-review-points.ts'
export { isManifest } from './status/review/manifests.ts'
export { type StatusDescription, statusDescription } from './status/status-description.ts'
export { renderTaskSummary, type TaskSummary } from './status/task-summary.ts'
export { renderWaveSummary } from './status/wave-summary.ts'
export type * from './status-report.ts'
export {
  endOfAttempt,
  endOfRun,
  outcome,
  stateOfTask,
  stepOfConflict,
  wordStep,
} from './wording.ts'
