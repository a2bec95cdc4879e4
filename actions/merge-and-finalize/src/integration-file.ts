import { existsSync, statSync } from 'node:fs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { UserError } from '@wavefront/errors'
import { tellPart } from '@wavefront/runner'
import { isTaskId } from '@wavefront/tasks'
import { type IntegrationRecord, isCommitSha } from '@wavefront/wave'
import { z } from 'zod'

const name = 'integration.json'

const sha = z.string().refine(isCommitSha)
const id = z.string().refine(isTaskId)
const text = z.string().max(100_000)

const schema = z.object({
  from: sha,
  tree: z
    .string()
    .regex(/^[0-9a-f]{40,64}$/)
    .exactOptional(),
  checks: z.enum(['passed', 'failed', 'none']),
  merged: z.array(id).refine((ids) => new Set(ids).size === ids.length, 'an id is there twice'),
  requeued: z.array(
    z.object({
      ...{ id, why: text },
      paths: z.array(text).exactOptional(),
      isForPerson: z.literal(true).exactOptional(),
    }),
  ),
  ejected: z.array(z.object({ id, reason: text })),
  redBase: text.exactOptional(),
  stopped: text.exactOptional(),
  flaky: z.array(z.object({ tree: text, ids: z.array(id), reason: text })).exactOptional(),
  unverified: z.array(id).exactOptional(),
  update: z
    .discriminatedUnion('is', [
      z.object({ is: z.literal('merged'), base: sha }),
      z.object({ is: z.literal('conflicts'), why: text, paths: z.array(text) }),
      z.object({ is: z.literal('red'), reason: text }),
    ])
    .exactOptional(),
})

export async function writeIntegration(dir: string, record: IntegrationRecord): Promise<string> {
  const file = join(dir, name)
  await writeFile(file, `${JSON.stringify(record, null, 2)}\n`)
  return file
}

/** It comes from a job that ran the project's code, so it is read like a stranger's. */
export async function readIntegration(
  place: string | undefined,
): Promise<IntegrationRecord | undefined> {
  if (place === undefined || !existsSync(place)) return undefined
  const file = statSync(place).isDirectory() ? join(place, name) : place
  if (!existsSync(file)) return undefined
  const written = parseJson(await readFile(file, 'utf8'))
  const read = schema.safeParse(written)
  if (read.success) return read.data
  const path = read.error.issues[0]?.path ?? []
  const found = written === undefined ? 'it is no JSON' : tellPart('integration', written, path)
  throw new UserError({
    what: `${name} is not what the job that verifies has written (${found}), so nothing is landed`,
    where: 'integration',
    fix: 'give the artifact of the job of this same run, then run the whole workflow again. If it is that, look at what ran in that job',
  })
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
