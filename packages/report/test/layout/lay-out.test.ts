import fc from 'fast-check'
import { type Layout, layOut, type Sizes } from '../../src/layout/lay-out.ts'
import { acyclicGraph, anyGraph } from './arbitrary.ts'

const sizes: Sizes = { width: 100, height: 20, gap: 40, space: 10, tallest: 5 }

test('a chain is a straight line', () => {
  const chain = {
    size: 3,
    arrows: [
      { from: 0, to: 1 },
      { from: 1, to: 2 },
      { from: 0, to: 2 },
    ],
  }
  expect(layOut(chain, sizes)).toEqual({
    width: 380,
    height: 30,
    boxes: [
      { x: 0, y: 5 },
      { x: 140, y: 5 },
      { x: 280, y: 5 },
    ],
    lines: [
      {
        from: 0,
        to: 1,
        points: [
          { x: 100, y: 15 },
          { x: 140, y: 15 },
        ],
      },
      {
        from: 1,
        to: 2,
        points: [
          { x: 240, y: 15 },
          { x: 280, y: 15 },
        ],
      },
    ],
  })
})

test('nodes without arrows stand below, in columns that are not too tall', () => {
  const { boxes } = layOut({ size: 8, arrows: [{ from: 6, to: 7 }] }, sizes)
  expect(boxes).toEqual([
    { x: 0, y: 35 },
    { x: 0, y: 65 },
    { x: 0, y: 95 },
    { x: 140, y: 35 },
    { x: 140, y: 65 },
    { x: 140, y: 95 },
    { x: 0, y: 5 },
    { x: 140, y: 5 },
  ])
})

test('a rank that is too tall becomes several columns', () => {
  const arrows = [0, 1, 2, 3, 4, 5].map((from) => ({ from, to: 6 }))
  const { boxes } = layOut({ size: 7, arrows }, sizes)
  expect(boxes.map(({ x }) => x)).toEqual([0, 0, 0, 140, 140, 140, 280])
})

test('every arrow goes to the right, from box to box', () => {
  fc.assert(
    fc.property(acyclicGraph, (graph) => {
      const { boxes, lines } = layOut(graph, sizes)
      for (const { from, to } of graph.arrows) {
        expect(Number(boxes[to]?.x)).toBeGreaterThan(Number(boxes[from]?.x))
      }
      for (const { from, to, points } of lines) {
        const xs = points.map(({ x }) => x)
        expect(xs).toEqual([...new Set(xs)].sort((a, b) => a - b))
        expect(points.at(0)).toEqual({
          x: Number(boxes[from]?.x) + 100,
          y: Number(boxes[from]?.y) + 10,
        })
        expect(points.at(-1)).toEqual({ x: boxes[to]?.x, y: Number(boxes[to]?.y) + 10 })
      }
    }),
  )
})

test('no two boxes touch, all are in the picture, and no line runs behind a box', () => {
  fc.assert(
    fc.property(anyGraph, (graph) => {
      const layout = layOut(graph, sizes)
      expect(overlaps(layout)).toEqual([])
      expect(outside(layout)).toEqual([])
      expect(hidden(layout)).toEqual([])
    }),
  )
})

function overlaps({ boxes }: Layout): unknown[] {
  return boxes.flatMap((a, i) =>
    boxes.slice(i + 1).filter((b) => Math.abs(a.x - b.x) < 140 && Math.abs(a.y - b.y) < 29.7),
  )
}

function outside({ width, height, boxes }: Layout): unknown[] {
  return boxes.filter(({ x, y }) => x < 0 || y < 0 || x + 100 > width || y + 20 > height)
}

/** A line crosses a column in a level piece; its curves are only in the gaps. */
function hidden({ boxes, lines }: Layout): unknown[] {
  return lines.flatMap(({ points }) =>
    points.slice(1).filter((point, i) => {
      const from = points[i]
      const isAcross = point.x - Number(from?.x) === 100
      return isAcross && boxes.some(({ x, y }) => x === from?.x && point.y > y && point.y < y + 20)
    }),
  )
}
