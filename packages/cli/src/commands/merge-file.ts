import { readFile, writeFile } from 'node:fs/promises'
import { UserError } from '@wavefront/errors'
import { type FileDecision, markConflicts, mergeFile } from '@wavefront/git'
import { renderPlaces, type SettledPlace } from '@wavefront/report'
import { exitCodes } from '../exit-codes.ts'
import { type LadderOptions, ladderOptions } from '../merge/merger-options.ts'

export interface MergeFileOptions extends LadderOptions {
  readonly path?: string
  readonly write?: boolean
  readonly json?: boolean
}

export interface ThreeFiles {
  readonly ours: string
  readonly base: string
  readonly theirs: string
}

/** `wavefront merge-file`: three versions of one file, up the same ladder as the tasks' commits. */
export async function mergeOneFile(files: ThreeFiles, options: MergeFileOptions): Promise<number> {
  const { ours, base, theirs } = files
  const path = options.path ?? ours
  const merged = await mergeFile(
    { path, base: await read(base), ours: await read(ours), theirs: await read(theirs) },
    ladderOptions(options),
  )
  if (merged.is === 'requeued') {
    if (options.write) await markConflicts(files)
    if (options.json) print(JSON.stringify({ is: merged.is, path, why: merged.why }, null, 2))
    process.stderr.write(`${path}: not merged: ${merged.why}\n`)
    return notMerged
  }
  const { content, decisions } = merged
  if (options.write) await writeFile(ours, content)
  if (options.json) print(renderJson(path, content, decisions))
  else if (!options.write) process.stdout.write(content)
  const gaveWay = decisions.filter((decision) => decision.gaveWay !== undefined)
  tell(path, gaveWay)
  return gaveWay.length > 0 ? exitCodes.notDone : exitCodes.done
}

/** As `exitCodes.badInput`: there is nothing to go on with. */
const notMerged = 2

async function read(file: string): Promise<Buffer> {
  try {
    return await readFile(file)
  } catch (cause) {
    throw new UserError(
      {
        what: 'this file cannot be read',
        where: file,
        fix: 'give three files that are there: OURS BASE THEIRS; where there was none before, an empty one as BASE',
      },
      { cause },
    )
  }
}

function renderJson(path: string, content: Buffer, decisions: readonly FileDecision[]): string {
  const text = content.toString('utf8')
  const isText = Buffer.compare(Buffer.from(text, 'utf8'), content) === 0
  const body = isText ? { content: text } : { content_base64: content.toString('base64') }
  const all = decisions.map(({ step, line, gaveWay }) => ({
    ...{ step, line: line ?? null },
    gave_way: gaveWay ?? null,
  }))
  return JSON.stringify({ is: 'merged', path, ...body, decisions: all }, null, 2)
}

function print(text: string): void {
  process.stdout.write(`${text}\n`)
}

/** On standard error: git shows it when it runs this as a merge driver. */
function tell(path: string, gaveWay: readonly FileDecision[]): void {
  if (gaveWay.length === 0) return
  const places = gaveWay.map(
    ({ gaveWay: given, ...decision }): SettledPlace => ({
      ...{ path, ...decision },
      ...(given && { gaveWay: { ...given, commit: given.of } }),
    }),
  )
  const { isTTY, columns } = process.stderr
  const colour = isTTY === true && process.env.NO_COLOR === undefined
  process.stderr.write(`${renderPlaces(places, { colour, width: columns ?? 100 })}\n`)
}
