import { type Config, configPath, overrideConfig, parseConfig } from '@wavefront/config'
import { type Parsed, parsed } from '@wavefront/errors'
import type { FileAnswer } from '@wavefront/github'
import type { FoundCaller } from './facts.ts'

/** What holds when nobody types anything: the file, and what the workflow itself writes over it. */
export function settleConfig(
  file: FileAnswer,
  caller: Pick<FoundCaller, 'path' | 'use'> | undefined,
): Parsed<Config> {
  const written = parseConfig(file.is === 'found' ? file.text : undefined, configPath)
  if (!written.ok || caller?.use.is !== 'call') return written
  const given = caller.use.job.with ?? {}
  const overrides = literalJson(given.overrides)
  const settled =
    overrides === undefined
      ? written
      : overrideConfig(written.value, overrides, `${caller.path}: overrides`)
  if (!settled.ok || isOpen(given.agent)) return settled
  return parsed({ ...settled.value, agent: given.agent })
}

function isOpen(text: string | undefined): text is undefined {
  return text === undefined || text === '' || text.includes('${{')
}

/** `{"store":"bd"}`, or the same after `${{ inputs.overrides || '…' }}`; anything else is not for us to evaluate. */
function literalJson(text = ''): unknown {
  const [, fallback] = /^\$\{\{[^']*\|\|\s*'((?:[^']|'')*)'\s*\}\}$/.exec(text.trim()) ?? []
  const json = fallback?.replaceAll("''", "'") ?? (text.includes('${{') ? '' : text)
  if (json.trim() === '') return undefined
  try {
    return JSON.parse(json)
  } catch {
    return json
  }
}
