import type { AttemptRecord, Task, TaskId } from '@wavefront/tasks'
import type { StoreChanges, StoredTasks, TaskStore } from '@wavefront/wave'

export interface MemoryStore extends TaskStore {
  /** Remembers everything as it is; the answer puts it back. */
  checkpoint(): () => void
}

/** A task store in memory. It passes the same contract test as the real ones. */
export function memoryStore(tasks: readonly Task[] = []): MemoryStore {
  const byId = new Map(tasks.map((task) => [task.id, task]))
  const attempts = new Map<TaskId, AttemptRecord[]>()

  async function read(): Promise<StoredTasks> {
    return {
      tasks: [...byId.values()],
      attempts: new Map([...attempts].map(([id, records]) => [id, [...records]])),
      notes: [],
    }
  }

  async function apply({ close, record }: StoreChanges): Promise<void> {
    for (const { id } of [...close, ...record]) {
      if (!byId.has(id)) throw new Error(`no task ${id}`)
    }
    for (const { id, attempt } of record) {
      const made = attempts.get(id) ?? []
      const isKnown = made.some(
        (one) => one.wave === attempt.wave && one.attempt === attempt.attempt,
      )
      if (!isKnown) attempts.set(id, [...made, attempt])
    }
    for (const { id, reason } of close) {
      const task = byId.get(id) as Task
      if (task.state !== 'closed') byId.set(id, { ...task, state: 'closed', why: reason })
    }
  }

  async function add(added: readonly Task[]): Promise<void> {
    for (const task of added) {
      if (byId.get(task.id)?.state !== 'closed') byId.set(task.id, task)
    }
  }

  function checkpoint(): () => void {
    const saved = { byId: [...byId], attempts: [...attempts] }
    return () => {
      byId.clear()
      attempts.clear()
      for (const [id, task] of saved.byId) byId.set(id, task)
      for (const [id, made] of saved.attempts) attempts.set(id, made)
    }
  }

  return { read, apply, add, checkpoint }
}
