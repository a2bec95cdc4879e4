import type { ReportedConflict } from './run-report.ts'

/** One decision of a merge as JSON, with every line that gave way. */
export function placeJson({ path, line, step, gaveWay }: Omit<ReportedConflict, 'task'>) {
  return {
    path,
    line: line ?? null,
    step,
    gave_way: gaveWay
      ? {
          lines: gaveWay.lines,
          kept: gaveWay.kept,
          commit: gaveWay.commit,
          task: gaveWay.task ?? null,
        }
      : null,
  }
}
