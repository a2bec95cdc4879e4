import { UserError } from '@wavefront/errors'

/** What a short name stands for. */
const known: Readonly<Record<string, string>> = {
  mergiraf: 'mergiraf merge --git %O %A %B -p %P',
}

/**
 * The words of a merge driver's command. There is no shell: quotes hold words together, and nothing else has
 * a meaning. Placeholders are filled in after the words are told apart, so a path is never more than one word.
 */
export function parseResolver(setting: string): readonly string[] {
  const command = known[setting.trim()] ?? setting
  const words = command.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []
  const quotes = command.replace(/"[^"]*"|'[^']*'/g, '')
  if (/["']/.test(quotes)) throw refuse(setting, 'a quotation in it has no end')
  if (!words.some((word) => word.includes('%A')))
    throw refuse(setting, 'it has no %A, which is the file that it must leave the merge in')
  return words.map((word) => word.replace(/"([^"]*)"|'([^']*)'/g, '$1$2'))
}

function refuse(setting: string, why: string): UserError {
  return new UserError({
    what: `resolver: ${JSON.stringify(setting)} cannot be run: ${why}`,
    fix: `write mergiraf, or a merge driver's command as git knows them, such as: ${known.mergiraf}`,
  })
}

export interface Placeholders {
  /** The base, ours and theirs, as files; the merge is written over ours. */
  readonly O: string
  readonly A: string
  readonly B: string
  readonly P: string
  /** How long a conflict marker is. */
  readonly L: string
  /** What the three are called. */
  readonly S: string
  readonly X: string
  readonly Y: string
}

export function fillIn(words: readonly string[], values: Placeholders): readonly string[] {
  const fill = (_: string, name: keyof Placeholders | '%') => (name === '%' ? '%' : values[name])
  return words.map((word) => word.replace(/%([OABPLSXY%])/g, fill))
}
