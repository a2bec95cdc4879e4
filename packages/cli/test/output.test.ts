import { stripVTControlCharacters } from 'node:util'
import { unwrap } from '@wavefront/errors'
import { buildGraph, type TaskId } from '@wavefront/tasks'
import { aTask, ids } from '@wavefront/testing'
import type { CommitSha, PreparedWave, WaveEvent } from '@wavefront/wave'
import { renderTable } from '../src/output/live.ts'
import { plainLine } from '../src/output/plain.ts'
import { advance, type LiveState, nothingYet } from '../src/output/state.ts'

const at = (second: number) => new Date(Date.UTC(2026, 0, 1, 0, 0, second))
const [one = '' as TaskId, two = '' as TaskId] = ids('t-1', 't-2')
const tip = '1'.repeat(40) as CommitSha

function prepared(): WaveEvent {
  const tasks = [aTask({ id: 't-1', title: 'One' }), aTask({ id: 't-2', title: 'Two' })]
  const wave: PreparedWave = {
    ...{ state: 'ready', wave: 1, base: tip, held: [], pending: [], unclosed: [], notes: [] },
    tasks: tasks.map((task) => ({ task, attempt: 1 })),
    readiness: { ready: ids('t-1', 't-2'), waiting: [], paused: [] },
    graph: unwrap(buildGraph(tasks)),
    attempts: new Map(),
    landed: [],
  }
  return { is: 'prepared', wave }
}

const started = (id: TaskId): WaveEvent => ({
  ...{ is: 'task-started', id, title: 'One', wave: 1, attempt: 1, lane: 1 },
  at: at(0),
  log: '/logs/1.log',
})

function after(...events: readonly WaveEvent[]): LiveState {
  return events.reduce(advance, nothingYet)
}

function shown(state: LiveState, columns = 80): string[] {
  return stripVTControlCharacters(renderTable(state, at(75), columns))
    .split('\n')
    .map((line) => line.trimEnd())
}

describe('the live table', () => {
  test('begins with everybody waiting', () => {
    expect(shown(after(prepared()))).toEqual([
      'Wave 1  0 of 2 tasks done',
      '  t-1  ·  waits',
      '  t-2  ·  waits',
    ])
  })

  test('shows who works for how long, and the last line of the log', () => {
    const state = after(prepared(), started(one), { is: 'task-said', id: one, line: 'reading' })
    expect(shown(state)).toEqual([
      'Wave 1  0 of 2 tasks done',
      '  t-1  ▸  works  1 min 15 s  reading',
      '  t-2  ·  waits',
    ])
  })

  test('is not broken by what an agent prints, and not wider than the terminal', () => {
    const line = `\u001b[2J\u001b[31mred\r${'long '.repeat(40)}`
    const state = after(prepared(), started(one), { is: 'task-said', id: one, line })
    const lines = shown(state, 40)
    expect(lines).toHaveLength(3)
    expect(lines[1]).toMatch(/^ {2}t-1 {2}▸ {2}works {2}1 min 15 s {2,}red/)
    for (const each of lines) expect(each.length).toBeLessThan(40)
  })

  test('shows how each one ended, and what is going on with the whole', () => {
    const state = after(
      prepared(),
      started(one),
      started(two),
      { is: 'task-ended', id: one, at: at(3), outcome: 'done' },
      { is: 'task-ended', id: two, at: at(4), outcome: 'failed', reason: 'no luck\nline 7' },
      { is: 'merging', wave: 1, ids: [one], at: at(5) },
      { is: 'task-merged', id: one, resolutions: [] },
      { is: 'verifying', ids: [one] },
    )
    expect(shown(state)).toEqual([
      'Wave 1  0 of 2 tasks done — checking 1 task merged together',
      '  t-1  ●  merged    3 s  merged cleanly',
      '  t-2  ✖  failed    4 s  no luck',
    ])
  })
})

describe('plain lines', () => {
  test.each<[WaveEvent, string | undefined]>([
    [prepared(), 'wave 1: t-1, t-2'],
    [started(one), '  t-1: begins — One'],
    [{ is: 'task-said', id: one, line: 'x' }, undefined],
    [
      { is: 'task-ended', id: one, at: at(1), outcome: 'failed', reason: 'why\nmore' },
      '  t-1: failed — why',
    ],
    [{ is: 'verified', ids: [one, two], green: false }, '  checks on t-1 + t-2: red'],
    [{ is: 'verified', ids: [], green: true }, '  checks on the base: green'],
    [
      {
        is: 'landed',
        wave: 1,
        at: at(1),
        tip,
        checks: 'passed',
        ends: [{ id: one, end: 'landed' }],
      },
      'wave 1: landed t-1',
    ],
    [
      {
        is: 'landed',
        wave: 1,
        at: at(1),
        tip,
        checks: 'failed',
        ends: [{ id: one, end: 'ejected' }],
      },
      'wave 1: nothing landed',
    ],
  ])('%#', (event, line) => {
    expect(plainLine(event)).toBe(line)
  })
})
