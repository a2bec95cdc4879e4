import { createRunQueue, type RunGroup } from '@wavefront/testing'

describe('the queue of runs', () => {
  test('runs without a group do not wait for each other', () => {
    const queue = fill([{ id: 1 }, { id: 2 }])
    expect([queue.next(), queue.next(), queue.next()]).toEqual([1, 2, undefined])
  })

  test('a group runs one and keeps one waiting, the newest', () => {
    const queue = createRunQueue()
    expect(add(queue, 1)).toEqual([])
    expect(add(queue, 2)).toEqual([])
    expect(add(queue, 3)).toEqual([2])
    expect([1, 2, 3].map(queue.place)).toEqual(['queued', undefined, 'pending'])
  })

  test('the one that waits may start when the other has ended', () => {
    const queue = createRunQueue()
    add(queue, 1)
    add(queue, 2)
    expect([queue.next(), queue.next()]).toEqual([1, undefined])
    queue.finish(1)
    expect([queue.place(2), queue.next(), queue.place(2)]).toEqual(['queued', 2, 'running'])
  })

  test('one that has not started yet holds its group too', () => {
    const queue = createRunQueue()
    add(queue, 1)
    add(queue, 2)
    queue.finish(1)
    expect(queue.next()).toEqual(2)
  })

  test('a waiting one that is cancelled frees its place alone', () => {
    const queue = createRunQueue()
    add(queue, 1)
    add(queue, 2)
    queue.finish(2)
    expect([queue.place(1), queue.next(), queue.next()]).toEqual(['queued', 1, undefined])
  })

  test('the names of groups have no case', () => {
    const queue = createRunQueue()
    add(queue, 1, { name: 'Wave' })
    add(queue, 2, { name: 'wAVE' })
    expect(queue.place(2)).toEqual('pending')
  })

  test('other groups are others', () => {
    const queue = createRunQueue()
    add(queue, 1, { name: 'a' })
    add(queue, 2, { name: 'b' })
    expect(queue.place(2)).toEqual('queued')
  })

  test('with cancel-in-progress the newest has the group to itself', () => {
    const queue = createRunQueue()
    add(queue, 1)
    add(queue, 2)
    queue.next()
    expect(add(queue, 3, { name: 'g', cancelInProgress: true })).toEqual([1, 2])
    expect(queue.next()).toEqual(3)
  })

  test('queue: max keeps a hundred waiting, in order', () => {
    const queue = createRunQueue()
    const group: RunGroup = { name: 'g', queue: 'max' }
    for (let id = 1; id <= 101; id++) expect(add(queue, id, group)).toEqual([])
    expect(add(queue, 102, group)).toEqual([102])
    queue.next()
    queue.finish(1)
    expect(queue.next()).toEqual(2)
  })

  test('queue: max and cancel-in-progress exclude each other', () => {
    const group: RunGroup = { name: 'g', queue: 'max', cancelInProgress: true }
    expect(() => add(createRunQueue(), 1, group)).toThrow('cannot be combined')
  })
})

function fill(runs: readonly { readonly id: number; readonly group?: RunGroup }[]) {
  const queue = createRunQueue()
  for (const run of runs) queue.add(run)
  return queue
}

function add(
  queue: ReturnType<typeof createRunQueue>,
  id: number,
  group: RunGroup = { name: 'g' },
): readonly number[] {
  return queue.add({ id, group }).cancelled
}
