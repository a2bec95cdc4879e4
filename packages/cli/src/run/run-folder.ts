import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type RunReport, renderHtml, renderMarkdown } from '@wavefront/report'

/** Where a run keeps its logs and its report: `.wavefront/runs/<when>/`. */
export interface RunFolder {
  logFor(name: string): string
  /** Writes the report; gives back its files. */
  write(report: RunReport): Promise<ReportFiles>
}

export interface ReportFiles {
  readonly html: string
  readonly markdown: string
}

export async function createRunFolder(top: string, now: Date): Promise<RunFolder> {
  const own = join(top, '.wavefront')
  const dir = join(own, 'runs', now.toISOString().replace(/[:.]/g, '-'))
  const logs = join(dir, 'logs')
  await mkdir(logs, { recursive: true })
  await writeFile(join(own, '.gitignore'), '*\n')
  return {
    logFor: (name) => join(logs, `${name}.log`),
    async write(report) {
      const files = { html: join(dir, 'report.html'), markdown: join(dir, 'report.md') }
      await writeFile(files.html, renderHtml(report))
      await writeFile(files.markdown, renderMarkdown(report))
      return files
    },
  }
}
