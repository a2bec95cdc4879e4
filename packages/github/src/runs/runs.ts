import type { Job, Runs, RunWorkflow } from '@wavefront/wave'
import { z } from 'zod'
import type { Connection } from '../connection/connect.ts'
import { inUsersTerms } from '../connection/remedies.ts'
import { createDispatcher } from './dispatch.ts'

export function createRuns(connection: Connection): Runs {
  const dispatch = createDispatcher(connection)
  return {
    readWorkflow: (run) => inUsersTerms(readWorkflow(connection, run)),
    readJobs: (run) => inUsersTerms(readJobs(connection, run)),
    dispatch: (wanted) => inUsersTerms(dispatch(wanted)),
  }
}

const workflowOfRun = z.object({ path: z.string(), head_branch: z.string().nullable() })

async function readWorkflow(connection: Connection, run: number): Promise<RunWorkflow> {
  const { path, head_branch } = await connection.ask({
    ...{ route: 'GET /actions/runs/{run}', values: { run } },
    ...{ answer: workflowOfRun, needs: 'actions: read' },
  })
  return { path: withinRepository(path), branch: head_branch ?? '' }
}

/** GitHub may write the repository before it and the ref after it: `o/r/.github/workflows/w.yml@main`. */
function withinRepository(path: string): string {
  return /\.github\/workflows\/[^@]+/.exec(path)?.[0] ?? path
}

const job = z.object({
  name: z.string(),
  conclusion: z.string().nullable(),
  html_url: z.string().nullable(),
})

async function readJobs(connection: Connection, run: number): Promise<Job[]> {
  const pages = connection.pages({
    ...{ route: 'GET /actions/runs/{run}/jobs', values: { run, filter: 'latest' } },
    ...{ answer: z.array(job), needs: 'actions: read' },
  })
  const jobs: Job[] = []
  for await (const page of pages) jobs.push(...page.map(told))
  return jobs
}

function told({ name, conclusion, html_url }: z.infer<typeof job>): Job {
  return { name, url: html_url ?? '', ...(conclusion === null ? {} : { conclusion }) }
}
