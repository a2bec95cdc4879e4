import { describeEngine, epicIssue, taskIssue, whatThereIs, workedWave } from '@wavefront/testing'
import { bdOnPath, doltReader, doltShop } from './dolt-shop.ts'
import { aAndB, bothLanded } from './shop.ts'

describeEngine('bd-1.3.0', (bd) => {
  test('two issues whose waves land at the same time in one database: both end whole', async () => {
    const park = [epicIssue(8, 'park'), taskIssue('p', { under: 'park' })]
    const world = await doltShop(bd, park)
    world.github.addIssue('octo/demo', { number: 8, title: 'Add a park' })
    const job = { env: bdOnPath(world, bd) }
    const first = await workedWave(world, aAndB)
    const second = await workedWave(world, { p: { 'p.txt': 'p\n' } }, { issue: 8 })
    await Promise.all([first.integrate(job), second.integrate(job)])
    // The first push of tasks is let through when another one has been: it finds a database that it has not read.
    world.served.hook(
      'pre-receive',
      `if grep -q refs/dolt/data && [ ! -e raced ]; then : > raced
        for i in $(seq 100); do [ -e other ] && exit 0; sleep 0.2; done; fi`,
    )
    world.served.hook('post-receive', 'if grep -q refs/dolt/data; then : > other; fi')
    const ends = await Promise.all([first.land(job), second.land(job)])
    expect(ends.map(({ code, outputs }) => [code, outputs.next_wave])).toEqual([
      [0, 'dispatched'],
      [0, 'complete'],
    ])
    const pushes = world.git.requests.filter(
      ({ service, stage }) => service === 'git-receive-pack' && stage === 'post',
    )
    // Unhindered they are five for each of the two.
    expect(pushes.length).toBeGreaterThan(10)
    expect(world.served.git('cat-file', '-t', 'refs/dolt/data')).toBe('commit')
    expect(doltReader(world, bd)()).toEqual({
      closed: ['a', 'b', 'p', 'park'],
      attempts: { a: ['1 landed'], b: ['1 landed'], p: ['1 landed'] },
    })
    const [shopThere, parkThere] = [whatThereIs(world), whatThereIs(world, { issue: 8 })]
    expect([shopThere.landed, parkThere.landed]).toEqual([bothLanded.landed, ['merge: task p']])
    expect([...shopThere.pulls, ...parkThere.pulls]).toEqual([
      ...bothLanded.pulls,
      'open 🤖 Implement Issue #8: Add a park',
    ])
    expect([...shopThere.comments, ...parkThere.comments]).toEqual([
      ...bothLanded.comments,
      'Complete · 1/1 task landed',
    ])
    await world.close()
  }, 120_000)
})
