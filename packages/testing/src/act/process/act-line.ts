import { z } from 'zod'

const texts = z.record(z.string(), z.string())

const actLine = z.object({
  /** `name of the calling job/name of the workflow/name of the job`, filled up with spaces. */
  job: z.string().optional(),
  jobID: z.string().optional(),
  matrix: z.record(z.string(), z.unknown()).nullish(),
  stage: z.string().optional(),
  step: z.string().optional(),
  stepID: z.array(z.string()).optional(),
  stepResult: z.union([z.string(), z.number()]).optional(),
  jobResult: z.string().optional(),
  raw_output: z.boolean().optional(),
  command: z.string().optional(),
  kvPairs: texts.nullish(),
  arg: z.string().optional(),
  content: z.string().optional(),
  level: z.string().optional(),
  msg: z.string().default(''),
})

/** One line that `act --json` writes. */
export type ActLine = z.infer<typeof actLine>

export function parseActLine(text: string): ActLine | undefined {
  if (!text.startsWith('{')) return undefined
  try {
    return actLine.parse(JSON.parse(text))
  } catch (error) {
    throw new Error(`act wrote a line that the harness does not know: ${text}`, { cause: error })
  }
}
