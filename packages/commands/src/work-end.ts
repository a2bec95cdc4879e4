import type { WorkEnd } from '@wavefront/wave'
import type { CommandEnd } from './run-command.ts'

/** How a command ended, in the words of the use cases; `name` is what people call it (`the agent`). */
export function toWorkEnd(name: string, end: CommandEnd): WorkEnd {
  switch (end.is) {
    case 'exited':
      if (end.code === 0) return { is: 'succeeded' }
      return { is: 'failed', why: exitOf(name, end.code), tail: end.tail }
    case 'killed':
      return { is: 'failed', why: `${name} was ended by ${end.by}`, tail: end.tail }
    case 'timed-out':
      return { is: 'timed-out', why: `${name} took longer than ${end.seconds} s`, tail: end.tail }
    case 'interrupted':
      return { is: 'interrupted' }
  }
}

function exitOf(name: string, code: number): string {
  const hint = code === 127 ? ': a command was not found, so install it first (`setup`)' : ''
  return `${name} ended with exit code ${code}${hint}`
}
