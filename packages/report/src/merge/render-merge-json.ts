import { printJson } from '../escape/json.ts'
import { placeJson } from '../place-json.ts'
import type { MergedBranch, MergeReport } from './merge-report.ts'

/** What `wavefront merge --json` prints: everything, uncut. Keys are added over time, never renamed. */
export function renderMergeJson(report: MergeReport): string {
  return `${printJson(mergeJson(report))}\n`
}

export type MergeJson = ReturnType<typeof mergeJson>

export function mergeJson({ onto, tip, tree, branches, problem, flaky = [] }: MergeReport) {
  return {
    ...{ onto, tip, tree, branches: branches.map(branchJson) },
    problem: problem ?? null,
    flaky: flaky.map(({ branches: names, reason }) => ({ branches: names, reason })),
  }
}

function branchJson({ name, is, commit, why, paths, resolutions }: MergedBranch) {
  return {
    name,
    is,
    commit: commit ?? null,
    why: why ?? null,
    paths: paths ?? [],
    resolutions: resolutions.map(placeJson),
  }
}
