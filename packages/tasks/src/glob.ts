/** Past this many alternatives a glob counts as "anything". */
const maxAlternatives = 256

export function hasMagic(glob: string): boolean {
  return /[*?[\]{}]/.test(glob)
}

/** `a/{b,c}` → `a/b`, `a/c`; nothing when there are too many. A brace without a comma or an end is a letter. */
export function expandBraces(glob: string): string[] | undefined {
  const found = /\{([^{}]*,[^{}]*)\}/.exec(glob)
  if (!found) return [glob]
  const before = glob.slice(0, found.index)
  const after = glob.slice(found.index + found[0].length)
  const expanded: string[] = []
  for (const choice of (found[1] as string).split(',')) {
    const rest = expandBraces(before + choice + after)
    if (!rest || expanded.length + rest.length > maxAlternatives) return undefined
    expanded.push(...rest)
  }
  return expanded
}

/** Is there a path that both lists of segments match? `**` stands for any number of segments. */
export function segmentsMeet(a: readonly string[], b: readonly string[]): boolean {
  return meets(a, b, {
    isMany: (segment) => segment === '**',
    meet: (one, other) =>
      meets(toSigns(one), toSigns(other), {
        isMany: (sign) => sign.is === 'many',
        meet: signsMeet,
      }),
  })
}

/** Does a glob match a path, whose own letters all mean themselves? */
export function segmentsMatch(glob: readonly string[], path: readonly string[]): boolean {
  return meets(glob, path, {
    isMany: (segment) => segment === '**',
    meet: (one, other) =>
      meets(toSigns(one), [...other].map(toLetter), {
        isMany: (sign) => sign.is === 'many',
        meet: signsMeet,
      }),
  })
}

function toLetter(letter: string): Sign {
  return { is: 'letter', letter }
}

type Sign =
  | { readonly is: 'many' }
  | { readonly is: 'any' }
  | { readonly is: 'letter'; readonly letter: string }
  | { readonly is: 'class'; readonly text: string; readonly matches: (letter: string) => boolean }

/**
 * Is there a sequence that both patterns match? `reached[j]` says that, with the items of `a` read
 * so far, `b` can stand at j; a "many" may be left at once or take one more item of the other side.
 */
function meets<T>(
  a: readonly T[],
  b: readonly T[],
  { isMany, meet }: { isMany: (item: T) => boolean; meet: (one: T, other: T) => boolean },
): boolean {
  let reached = stepOver(b, isMany)
  for (const item of a) {
    const next: boolean[] = new Array(b.length + 1).fill(false)
    for (let j = 0; j <= b.length; j++) {
      const other = b[j]
      if (isMany(item)) next[j] = Boolean(reached[j] || (j > 0 && next[j - 1]))
      else if (j > 0 && reached[j - 1] && meet(item, b[j - 1] as T)) next[j] = true
      if (other !== undefined && isMany(other) && reached[j] && !isMany(item)) next[j] = true
      if (j > 0 && next[j - 1] && isMany(b[j - 1] as T)) next[j] = true
    }
    reached = next
  }
  return reached[b.length] === true
}

function stepOver<T>(b: readonly T[], isMany: (item: T) => boolean): boolean[] {
  const reached: boolean[] = [true]
  for (const [j, item] of b.entries()) reached.push(reached[j] === true && isMany(item))
  return reached
}

function signsMeet(one: Sign, other: Sign): boolean {
  if (one.is === 'letter') {
    if (other.is === 'letter') return one.letter === other.letter
    return other.is === 'any' || (other.is === 'class' && other.matches(one.letter))
  }
  if (other.is === 'letter') return signsMeet(other, one)
  if (one.is === 'class' && other.is === 'class') {
    return `${one.text}${other.text}~`.split('').some((l) => one.matches(l) && other.matches(l))
  }
  return true
}

function toSigns(segment: string): Sign[] {
  const signs: Sign[] = []
  for (let i = 0; i < segment.length; i++) {
    const letter = segment[i] as string
    const end = letter === '[' ? segment.indexOf(']', i + 2) : -1
    if (letter === '*') signs.push({ is: 'many' })
    else if (letter === '?') signs.push({ is: 'any' })
    else if (end > 0) {
      signs.push(toClass(segment.slice(i + 1, end)))
      i = end
    } else signs.push({ is: 'letter', letter })
  }
  return signs
}

function toClass(inside: string): Sign {
  const negated = /^[!^]/.test(inside)
  const text = negated ? inside.slice(1) : inside
  const ranges = [...text.matchAll(/(.)-(.)|(.)/gu)].map(([all, from, to]) => [
    from ?? all,
    to ?? all,
  ])
  const isIn = (letter: string) =>
    ranges.some(([from, to]) => letter >= (from as string) && letter <= (to as string))
  return { is: 'class', text, matches: (letter) => isIn(letter) !== negated }
}
