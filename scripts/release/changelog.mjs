const unreleased = '## Unreleased'

/** The text with what is unreleased under a heading of its own, or nothing if nothing is. */
export function renameUnreleased(
  /** @type {string} */ text,
  /** @type {string} */ version,
  /** @type {string} */ date,
) {
  if (sectionOf(text, 'Unreleased') === undefined) return undefined
  return text.replace(`${unreleased}\n`, `${unreleased}\n\n## ${version} - ${date}\n`)
}

/** What stands under a heading, without it. @param {string} text @param {string} name */
export function sectionOf(text, name) {
  for (const section of text.split(/^## /m).slice(1)) {
    const [heading = '', ...lines] = section.split('\n')
    if (heading !== name && !heading.startsWith(`${name} - `)) continue
    return lines.join('\n').trim() || undefined
  }
  return undefined
}
