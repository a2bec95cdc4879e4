/** Two versions of a place, line beside line. Lines that are the same in both share a row. */
export type AlignedRow =
  | { readonly is: 'same'; readonly line: string }
  | { readonly is: 'changed'; readonly gaveWay?: string; readonly kept?: string }

/** Aligns along a longest common subsequence; takes time and room by the product of the lengths. */
export function alignLines(gaveWay: readonly string[], kept: readonly string[]): AlignedRow[] {
  const common = commonLengths(gaveWay, kept)
  const rows: AlignedRow[] = []
  let gone: string[] = []
  let come: string[] = []
  const pairUp = () => {
    rows.push(...pairs(gone, come))
    gone = []
    come = []
  }
  let [i, j] = [0, 0]
  while (i < gaveWay.length || j < kept.length) {
    const [left, right] = [gaveWay[i], kept[j]]
    if (left !== undefined && left === right) {
      pairUp()
      rows.push({ is: 'same', line: left })
      i++
      j++
    } else if (
      right === undefined ||
      (left !== undefined && common(i + 1, j) >= common(i, j + 1))
    ) {
      gone.push(left ?? '')
      i++
    } else {
      come.push(right)
      j++
    }
  }
  pairUp()
  return rows
}

function pairs(gone: readonly string[], come: readonly string[]): AlignedRow[] {
  return Array.from({ length: Math.max(gone.length, come.length) }, (_, i) => {
    const [gaveWay, kept] = [gone[i], come[i]]
    return {
      is: 'changed',
      ...(gaveWay === undefined ? {} : { gaveWay }),
      ...(kept === undefined ? {} : { kept }),
    }
  })
}

/** How many lines the rests of both have in common, from any two places on. */
function commonLengths(
  a: readonly string[],
  b: readonly string[],
): (i: number, j: number) => number {
  const width = b.length + 1
  const lengths = new Uint32Array((a.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      lengths[i * width + j] =
        a[i] === b[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  return at
}
