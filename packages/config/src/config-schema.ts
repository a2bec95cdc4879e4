import { type BranchName, branchName, isBranchName } from '@wavefront/wave'
import { z } from 'zod'
import { envNamePattern, globPattern, isGlob, linePattern, textPattern } from './patterns.ts'
import { defaultProtectedPaths } from './protected-paths.ts'

const line = z.string().trim().max(4000).regex(linePattern)
const commands = z.union([
  z.string().max(20_000).regex(textPattern),
  z.array(z.string().max(20_000).regex(textPattern)).min(1).max(50),
])
const envNames = z.array(z.string().max(200).regex(envNamePattern)).max(100)
const globs = z
  .array(z.string().max(500).regex(globPattern, { abort: true }).refine(isGlob))
  .max(500)
const whole = (least: number, most: number) => z.int().min(least).max(most)
const label = z.string().max(200).regex(linePattern)
const labels = z.union([label, z.array(label).min(1).max(20)])
const storeBranch = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9._/-]{0,199}$/, { abort: true })
  .refine(isStoreBranch)

/** The keys of `.github/wavefront.yml`. What each is for stands in setting-words.ts. */
export const settingsShape = {
  agent: line.optional(),
  model: line.optional(),
  agent_env: envNames.default([]),
  agent_timeout: whole(1, 360).default(60),
  checks: commands.optional(),
  checks_env: envNames.default([]),
  checks_timeout: whole(1, 360).default(30),
  setup: commands.optional(),
  max_parallel: whole(1, 256).default(5),
  max_tasks: whole(1, 256).default(20),
  max_attempts: whole(1, 20).default(2),
  max_waves: whole(1, 1000).default(20),
  timeout_minutes: whole(5, 360).default(120),
  runs_on: z
    .union([labels, z.strictObject({ group: label, labels: labels.optional() })])
    .default('ubuntu-latest'),
  store: z.enum(['auto', 'embedded', 'bd']).default('auto'),
  store_branch: storeBranch.default(branchName('beads-sync')),
  bd_version: z
    .string()
    .regex(/^\d{1,5}\.\d{1,5}\.\d{1,5}$/)
    .default('1.3.0'),
  update_base: z.enum(['each_wave', 'end', 'never']).default('each_wave'),
  conflicts: z.enum(['theirs', 'requeue', 'human', 'fail']).default('theirs'),
  max_overwritten_lines: whole(0, 1_000_000).optional(),
  overlap: z.enum(['merge', 'serialise']).default('merge'),
  keep_inserts: z.boolean().default(false),
  resolver: line.optional(),
  on_red: z.enum(['bisect', 'stop']).default('bisect'),
  protected_paths: globs.default([...defaultProtectedPaths]),
  allow_paths: globs.default([]),
  max_changed_files: whole(1, 100_000).default(300),
  max_deleted_files: whole(0, 100_000).default(50),
  max_file_kb: whole(1, 100_000).default(5000),
  ci_workflows: z
    .array(
      z
        .string()
        .max(200)
        .regex(/^[A-Za-z0-9_-][A-Za-z0-9._-]*\.ya?ml$/),
    )
    .max(20)
    .default([]),
}

export const settingsSchema = z.strictObject(settingsShape)

export type SettingKey = keyof typeof settingsShape

function isStoreBranch(text: string): text is BranchName | 'none' {
  return isBranchName(text)
}

/** What a person may write. */
export type Settings = z.input<typeof settingsSchema>
/** The same with the defaults filled in. */
export type FullSettings = z.output<typeof settingsSchema>
