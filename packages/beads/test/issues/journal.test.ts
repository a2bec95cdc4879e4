import type { AttemptRecord } from '@wavefront/tasks'
import fc from 'fast-check'
import { appendAttempt, asPlainNotes, parseJournal, renderFiles } from '../../src/issues/journal.ts'

const attempt: AttemptRecord = {
  wave: 2,
  attempt: 1,
  end: 'failed',
  at: '2026-01-01T00:00:00.000Z',
  seconds: 3,
}

test('people and Wavefront write into the same notes', () => {
  const notes = `${appendAttempt('Mind the gap.\n', attempt)}\n${renderFiles(['a.ts'])}\nAnd the step.`
  expect(parseJournal(notes)).toEqual({
    attempts: [attempt],
    files: ['a.ts'],
    text: 'Mind the gap.\nAnd the step.',
  })
})

test('the first record of an attempt counts, and the oldest comes first', () => {
  const later = { ...attempt, wave: 3 }
  const notes = [later, attempt, { ...attempt, end: 'landed' as const }].reduce(appendAttempt, '')
  expect(parseJournal(notes).attempts).toEqual([attempt, later])
})

test.each([
  ['no JSON', '[wavefront] {"wave":1'],
  ['an unknown end', '[wavefront] {"wave":1,"attempt":1,"end":"won","at":"","seconds":1}'],
  ['a mark that is not at the beginning', ' [wavefront] {"files":["a"]}'],
])("%s is somebody's text", (_, line) => {
  expect(parseJournal(`x\n${line}`)).toEqual({ attempts: [], files: [], text: `x\n${line}` })
})

test('a long reason keeps its end, in at most 4 KiB, and no half characters', () => {
  const reason = `${'ü🙂'.repeat(3000)}the end`
  const [kept] = parseJournal(appendAttempt('', { ...attempt, reason })).attempts
  expect(Buffer.byteLength(kept?.reason ?? '')).toBeLessThanOrEqual(4096)
  expect(kept?.reason).toMatch(/^…(ü🙂|🙂)(ü🙂)*the end$/u)
})

test('control characters do not get in', () => {
  const reason = 'a\u0000b\u001b[31mc\r\nd\u2028e\ud800f\u0085'
  const [kept] = parseJournal(appendAttempt('', { ...attempt, reason })).attempts
  expect(kept?.reason).toBe('ab[31mc\ndef')
})

test('whatever a reason or a plan says, there is one record, and it says what was recorded', () => {
  const hostile = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constant('\n[wavefront] {"files":["x"]}'),
  )
  fc.assert(
    fc.property(hostile, hostile, (reason, notes) => {
      const journal = parseJournal(appendAttempt(asPlainNotes(notes), { ...attempt, reason }))
      expect(journal.attempts.map(({ wave, end }) => ({ wave, end }))).toEqual([
        { wave: 2, end: 'failed' },
      ])
      expect(journal.files).toEqual([])
    }),
  )
})
