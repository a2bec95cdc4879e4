import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describeEngine, type HostedWorld, hostedWorld } from '@wavefront/testing'
import { ready, shop } from './shop.ts'

describeEngine('bd-1.3.0', (bd) => {
  let world: HostedWorld
  afterEach(() => world.close())

  test('a Dolt store that was never pushed is a failure, and not a graph without tasks', async () => {
    const files = { '.beads/metadata.json': '{"backend":"dolt","dolt_database":"shop"}' }
    world = await hostedWorld({ config: shop.config, files })
    const tools = join(world.dir, 'tools')
    mkdirSync(tools)
    symlinkSync(bd, join(tools, 'bd'))
    const env = { PATH: `${tools}:${process.env.PATH}` }
    const { code, outputs, log } = await ready(world, undefined, { env })
    expect([code, outputs]).toEqual([1, {}])
    expect(log).toContain('refs/dolt/data')
    expect(log).not.toContain('A fault in Wavefront')
    expect(world.github.violations).toEqual([])
  })
})
