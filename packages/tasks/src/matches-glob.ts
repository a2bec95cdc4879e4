import { expandBraces, segmentsMatch } from './glob.ts'

/**
 * Does a pattern match a path? One without a slash is meant at every level, as in .gitignore; one that
 * names a folder stands for everything below it, and one that reads just like the path means it. What is too large to expand matches everything.
 */
export function matchesGlob(glob: string, path: string): boolean {
  if (path === glob || path.startsWith(`${glob.replace(/\/+$/, '')}/`)) return true
  const anchored = glob.includes('/') ? glob.replace(/^\/+/, '') : `**/${glob}`
  const choices = expandBraces(anchored.replace(/\/+$/, ''))
  if (!choices) return true
  // A path of a "**" segment is still one segment, and no pattern's.
  const segments = path.split('/').map((segment) => (segment === '**' ? '*\u0000' : segment))
  return choices.some((choice) => {
    const wanted = choice.split('/').filter((segment) => segment !== '')
    return segmentsMatch(wanted, segments) || segmentsMatch([...wanted, '**'], segments)
  })
}
