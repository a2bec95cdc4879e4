import { isTaskId, type TaskId } from '@wavefront/tasks'
import type { Job } from '@wavefront/wave'

/** Where each task's job can be read. Its name is the task's, below the name of the calling job if there is one. */
export function jobLinks(jobs: readonly Job[]): ReadonlyMap<TaskId, string> {
  const links = new Map<TaskId, string>()
  for (const { name, url } of jobs) {
    const id = name.split(' / ').at(-1) ?? ''
    if (isTaskId(id)) links.set(id, url)
  }
  return links
}
