/** A thing in a column: where its middle would like to be, and how much room it takes. */
export interface Wish {
  readonly middle: number
  readonly room: number
}

/**
 * The middles nearest to the wishes (in the sum of squares) that keep the order and overlap
 * nowhere. Things that push each other form a block, which stands where its members wish on
 * average; blocks that touch become one.
 */
export function levelOut(wishes: readonly Wish[]): number[] {
  const offsets: number[] = []
  let room = 0
  for (const wish of wishes) {
    offsets.push(room + wish.room / 2)
    room += wish.room
  }
  const blocks: { sum: number; size: number }[] = []
  for (const [i, { middle }] of wishes.entries()) {
    let block = { sum: middle - (offsets[i] as number), size: 1 }
    for (let last = blocks.at(-1); last && mean(last) >= mean(block); last = blocks.at(-1)) {
      block = { sum: block.sum + last.sum, size: block.size + last.size }
      blocks.pop()
    }
    blocks.push(block)
  }
  const starts = blocks.flatMap((block) => new Array<number>(block.size).fill(mean(block)))
  return starts.map((start, i) => start + (offsets[i] as number))
}

function mean({ sum, size }: { sum: number; size: number }): number {
  return sum / size
}
