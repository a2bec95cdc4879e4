import type { ChildProcessWithoutNullStreams } from 'node:child_process'
import { startGit } from '../exec/git.ts'
import { GitError } from '../exec/git-error.ts'
import { asUserError } from '../exec/remedies.ts'
import type { Repository } from '../repository.ts'

export interface GitObject {
  readonly name: string
  readonly type: string
  readonly size: number
  /** None where only the size was asked for. */
  readonly content: Buffer
}

/** Reads objects one after another, without starting git for each of them. */
export interface Reader {
  /** By name, or as `<commit>^{tree}` and the like. Nothing where there is no such object. */
  read(name: string): Promise<GitObject | undefined>
  /** The same without the content. */
  look(name: string): Promise<GitObject | undefined>
}

interface Question {
  readonly is: 'contents' | 'info'
  readonly answer: (object: GitObject | undefined) => void
  readonly fail: (error: Error) => void
}

/**
 * One git that stays and answers. It is started by the first question, keeps nobody from exiting while
 * nobody waits, and ends with us, because its input does.
 */
export function createReader(repository: Repository): Reader {
  let talk: Talk | undefined
  const ask = (is: Question['is'], name: string) =>
    new Promise<GitObject | undefined>((answer, fail) => {
      if (/[\0\n]/.test(name)) throw new Error(`not an object's name: ${JSON.stringify(name)}`)
      if (talk === undefined || talk.isOver()) talk = startTalk(repository)
      talk.ask(`${is} ${name}\n`, { is, answer, fail })
    })
  return { read: (name) => ask('contents', name), look: (name) => ask('info', name) }
}

interface Talk {
  ask(line: string, question: Question): void
  isOver(): boolean
}

function startTalk({ top }: Repository): Talk {
  const args = ['cat-file', '--batch-command']
  const child = startGit(args, { cwd: top })
  const open: Question[] = []
  const answers = splitAnswers(open, () => idle(child, open.length === 0))
  let isOver = false
  let words = ''
  const end = (error: Error) => {
    isOver = true
    for (const { fail } of open.splice(0)) fail(error)
  }
  child.stdout.on('data', answers)
  child.stderr.on('data', (chunk: Buffer) => {
    words += chunk.toString('utf8')
  })
  child.on('error', end)
  child.on('close', (code) => end(asUserError(new GitError(args, code ?? -1, words))))
  // A git that ends early closes its input; its exit code says why.
  child.stdin.on('error', () => {})
  return {
    ask(line, question) {
      open.push(question)
      idle(child, false)
      child.stdin.write(line)
    },
    isOver: () => isOver,
  }
}

/** The pipes are sockets, which node's types do not say. */
interface Held {
  ref(): void
  unref(): void
}

function idle(child: ChildProcessWithoutNullStreams, isIdle: boolean): void {
  const { stdin, stdout, stderr } = child
  for (const held of [child, stdin, stdout, stderr] as unknown as readonly Held[]) {
    if (isIdle) held.unref()
    else held.ref()
  }
}

/** `<name> <type> <size>\n`, and for contents that many bytes and `\n`; or `<as asked> missing\n`. */
function splitAnswers(open: Question[], onAnswered: () => void): (chunk: Buffer) => void {
  let chunks: Buffer[] = []
  let length = 0
  let needed = 0
  return (chunk) => {
    chunks.push(chunk)
    length += chunk.length
    if (length < needed) return
    let rest = chunks.length === 1 ? chunk : Buffer.concat(chunks)
    needed = 0
    for (let [question] = open; question !== undefined; [question] = open) {
      const end = rest.indexOf('\n')
      if (end < 0) break
      const header = toHeader(rest.toString('utf8', 0, end))
      const size = header && question.is === 'contents' ? header.size : 0
      needed = end + 1 + (header && question.is === 'contents' ? size + 1 : 0)
      if (rest.length < needed) break
      open.shift()
      question.answer(header && { ...header, content: rest.subarray(end + 1, end + 1 + size) })
      rest = rest.subarray(needed)
      needed = 0
    }
    chunks = [rest]
    length = rest.length
    onAnswered()
  }
}

function toHeader(line: string): Omit<GitObject, 'content'> | undefined {
  const [, name, type, size] = /^([0-9a-f]{40,64}) (\w+) (\d+)$/.exec(line) ?? []
  return name && type && size ? { name, type, size: Number(size) } : undefined
}
