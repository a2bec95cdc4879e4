import { hostname } from 'node:os'

/** Who holds a lock, as it is written into the lock's file. */
export interface Owner {
  readonly pid: number
  readonly host: string
}

export function thisProcess(): string {
  return `${process.pid} ${hostname()}\n`
}

export function parseOwner(text: string): Owner | undefined {
  const [, pid, host] = /^(\d+) (\S+)\n$/.exec(text) ?? []
  return pid && host ? { pid: Number(pid), host } : undefined
}

/** Only a process of this machine can be known to be dead. */
export function isDead({ pid, host }: Owner): boolean {
  if (host !== hostname()) return false
  try {
    process.kill(pid, 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
