import type { AttemptRecord } from '@wavefront/tasks'
import { z } from 'zod'

/**
 * What Wavefront itself writes into an issue: lines of its notes, each a mark and one JSON object.
 * Notes are the one field that every version of bd shows, exports, imports and merges.
 */
export interface Journal {
  readonly attempts: readonly AttemptRecord[]
  /** Files declared where the store has no metadata. */
  readonly files: readonly string[]
  /** Why a plan, and not a person, has paused the task. */
  readonly paused?: string
  /** The notes without our lines. */
  readonly text: string
}

const mark = '[wavefront] '
const reasonLimit = 4096

const attemptSchema = z.object({
  wave: z.int().min(1),
  attempt: z.int().min(1),
  end: z.enum([
    'failed',
    'timed-out',
    'no-changes',
    'rejected',
    'landed',
    'requeued',
    'set-aside',
    'ejected',
  ]),
  at: z.string(),
  seconds: z.number(),
  commit: z.string().exactOptional(),
  url: z.string().exactOptional(),
  reason: z.string().exactOptional(),
})
const filesSchema = z.object({ files: z.array(z.string()) })
const pauseSchema = z.object({ paused: z.string() })

export function parseJournal(notes: string): Journal {
  const attempts = new Map<string, AttemptRecord>()
  const files: string[] = []
  const text: string[] = []
  let paused: string | undefined
  if (!notes.includes(mark)) return { attempts: [], files, text: notes.trim() }
  for (const line of notes.split('\n')) {
    const value = readEntry(line)
    const attempt = attemptSchema.safeParse(value)
    const declared = filesSchema.safeParse(value)
    const pause = pauseSchema.safeParse(value)
    if (attempt.success) keepFirst(attempts, attempt.data)
    else if (declared.success) files.push(...declared.data.files)
    else if (pause.success) paused = pause.data.paused
    else text.push(line)
  }
  return {
    attempts: [...attempts.values()].sort(byAge),
    files,
    ...(paused === undefined ? {} : { paused }),
    text: text.join('\n').trim(),
  }
}

/** The notes' line for an attempt. Hostile text in its reason stays inside one JSON string. */
export function renderAttempt(attempt: AttemptRecord): string {
  const { wave, attempt: number, end, at, seconds, commit, url, reason } = attempt
  const known = { wave, attempt: number, end, at, seconds, commit, url }
  return entry(reason === undefined ? known : { ...known, reason: cleanReason(reason) })
}

/** Notes with one more attempt below what is there. */
export function appendAttempt(notes: string, attempt: AttemptRecord): string {
  const line = renderAttempt(attempt)
  return notes === '' ? line : `${notes.replace(/\n$/, '')}\n${line}`
}

export function renderFiles(files: readonly string[]): string {
  return entry({ files })
}

export function renderPause(why: string): string {
  return entry({ paused: why })
}

/** Somebody's text with every line that would pass for one of ours quoted. */
export function asPlainNotes(text: string): string {
  return text.replaceAll(/^(?=\[wavefront\] )/gm, '> ')
}

export function isSameAttempt(a: AttemptRecord, b: AttemptRecord): boolean {
  return a.wave === b.wave && a.attempt === b.attempt
}

function readEntry(line: string): unknown {
  if (!line.startsWith(mark)) return undefined
  try {
    return JSON.parse(line.slice(mark.length))
  } catch {
    return undefined
  }
}

function entry(value: object): string {
  return mark + JSON.stringify(value)
}

/** No control characters but tab and line feed, no halves of characters, and at most 4 KiB: the end of it. */
function cleanReason(reason: string): string {
  const clean = reason
    .replaceAll('\r\n', '\n')
    .replaceAll(/(?![\n\t])[\p{Cc}\p{Cs}\u2028\u2029]/gu, '')
  const bytes = Buffer.byteLength(clean)
  if (bytes <= reasonLimit) return clean
  const end = Buffer.from(clean).subarray(bytes - reasonLimit + Buffer.byteLength('…'))
  return `…${end.toString().replace(/^\uFFFD+/, '')}`
}

function keepFirst(attempts: Map<string, AttemptRecord>, attempt: AttemptRecord): void {
  const key = `${attempt.wave}/${attempt.attempt}`
  if (!attempts.has(key)) attempts.set(key, attempt)
}

function byAge(a: AttemptRecord, b: AttemptRecord): number {
  return a.wave - b.wave || a.attempt - b.attempt
}
