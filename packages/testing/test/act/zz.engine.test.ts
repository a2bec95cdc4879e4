import { describeEngine } from '../../src/engines.ts'
import { openToy, type Toy } from './toy-suite.ts'

describeEngine('act-0.2.87', (act) => {
  let toy: Toy
  afterEach(() => toy.close())
  test('loss', async () => {
    toy = await openToy(act)
    const lost: number[] = []
    for (let i = 0; i < 20; i++) {
      await toy.world.start({ workflow: 'toy.yml', inputs: { tasks: 'bad' }, actor: 'octo' })
      const [run] = await toy.world.settle()
      lost.push(run?.jobs[1]?.annotations.length ?? -1)
    }
    console.log(lost)
  })
})
