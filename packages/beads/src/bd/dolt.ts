import { renderAttempt } from '../issues/journal.ts'
import { idsIn, readAnswer } from './answer.ts'
import type { Bd } from './bd.ts'
import type { Flavour } from './flavour.ts'

/** Bd since 0.63: a Dolt database, written field by field. */
export function doltFlavour(bd: Bd): Flavour {
  return {
    dialect: 'dolt',
    export: () => bd.run(['export', '--all', '--readonly']),
    record: async (id, attempts) => {
      const lines = attempts.map(renderAttempt).join('\n')
      await bd.run(['update', id, `--append-notes=${lines}`, '--json'])
    },
    close: async (closes) => {
      const reasons = closes.map(({ reason }) => `--reason=${reason}`)
      const ids = closes.map(({ id }) => id)
      const answer = await bd.run(['close', ...ids, '--force', ...reasons, '--json'])
      return idsIn(readAnswer('bd close', answer))
    },
    import: async (jsonl) => {
      readAnswer('bd import', await bd.run(['import', '-', '--json'], jsonl))
    },
    setFiles: async (id, metadata) => {
      await bd.run(['update', id, `--metadata=${JSON.stringify(metadata)}`, '--json'])
    },
    finish: async () => {},
  }
}
