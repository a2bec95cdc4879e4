/** What would be broken on the page: fences, folds and blocks left open, rows of another width than their table's. */
export function faultsOf(page: string): string[] {
  const { rest, isOpen } = takeFences(page)
  return [
    ...(isOpen ? ['a fence is not closed'] : []),
    ...foldFaults(rest),
    ...tableFaults(rest),
    ...blockFaults(rest),
  ]
}

/** Markdown ends a block of HTML at the first line of white space, and reads what follows as its own. */
function blockFaults(lines: readonly string[]): string[] {
  let isOpen = false
  const faults = lines.flatMap((line) => {
    const wasOpen = isOpen
    if (line === '<table>') isOpen = true
    if (line === '</table>') isOpen = false
    if (line === '</table>' && !wasOpen) return ['a table is closed that was not open']
    return isOpen && line.trim() === '' ? ['a table is cut by an empty line'] : []
  })
  return isOpen ? [...faults, 'a table is left open'] : faults
}

export function outsideFences(page: string): string {
  return takeFences(page).rest.join('\n')
}

function takeFences(page: string): { rest: string[]; isOpen: boolean } {
  let ticks: string | undefined
  const rest = page.split('\n').filter((line) => {
    const [, run] = /^(`{3,})\w*$/.exec(line) ?? []
    if (ticks === undefined) {
      ticks = run
      return run === undefined
    }
    if (line.startsWith(ticks) && /^`+$/.test(line)) ticks = undefined
    return false
  })
  return { rest, isOpen: ticks !== undefined }
}

function foldFaults(lines: readonly string[]): string[] {
  let depth = 0
  for (const line of lines) {
    depth += line.split('<details>').length - line.split('</details>').length
    if (depth < 0) return ['a fold is closed that was not open']
  }
  return depth === 0 ? [] : [`${depth} folds are left open`]
}

function tableFaults(lines: readonly string[]): string[] {
  let width: number | undefined
  return lines.flatMap((line) => {
    if (!line.startsWith('|')) width = undefined
    else {
      const cells = line.match(/(?<!\\)(?:\\\\)*\|/g)?.length ?? 0
      width ??= cells
      if (width !== cells) return [`a row has ${cells} bars and not ${width}: ${line.slice(0, 80)}`]
    }
    return []
  })
}
