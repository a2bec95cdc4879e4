import type { RunReport } from '../../src/act/index.ts'
import { describeEngine } from '../../src/engines.ts'
import { openToy, type Toy } from './toy-suite.ts'

describeEngine('act-0.2.87', (act) => {
  let toy: Toy
  beforeEach(async () => {
    toy = await openToy(act)
  })
  afterEach(() => toy.close())

  const start = (inputs: Readonly<Record<string, string>>) =>
    toy.world.start({ workflow: 'toy.yml', inputs, actor: 'octo' })

  test('failed jobs run again, with what the others gave', async () => {
    const { id } = await start({ tasks: 'one,bad' })
    await toy.world.settle()
    toy.fix()
    toy.world.rerun(id, 'failed')
    const [again] = await toy.world.settle()
    expect(again).toMatchObject({ id, attempt: 2, conclusion: 'success' })
    expect(told(again)).toEqual([
      ['toy / Choose', 'success', 'the token is ***, octo'],
      ['toy / one', 'success', 'one sees the caller, prepared in the caller'],
      ['toy / bad', 'success', 'bad sees the caller, prepared in the caller'],
      ['toy / Land', 'success', 'Total of 2 artifact(s) downloaded'],
    ])
    expect(again?.jobs.at(-1)?.log).toContain(
      'jobs: toy / Choose=success; toy / Land=null; toy / bad=success; toy / one=success',
    )
    expect(dispatches(again)).toEqual([])
  })

  test('all jobs run again', async () => {
    const { id } = await start({ tasks: 'bad,one' })
    await toy.world.settle()
    toy.fix()
    toy.world.rerun(id, 'all')
    const [again] = await toy.world.settle()
    expect(again).toMatchObject({ id, attempt: 2, conclusion: 'success' })
    expect(dispatches(again)).toEqual(['may dispatch: 403'])
    expect(toy.world.runs.map(({ attempt, conclusion }) => [attempt, conclusion])).toEqual([
      [1, 'failure'],
      [2, 'success'],
    ])
  })

  test('a run that is cancelled at a line ends there', async () => {
    const { id } = await start({ tasks: 'slow,one' })
    toy.world.cancelWhen({ job: 'slow', line: /now waiting/ })
    const [run] = await toy.world.settle()
    expect(run?.conclusion).toBe('cancelled')
    expect(run?.jobs.map(({ name, conclusion }) => [name, conclusion])).toContainEqual([
      'toy / slow',
      'cancelled',
    ])
    expect(run?.jobs.at(-1)).toMatchObject({ name: 'toy / Land', log: '' })
    expect(toy.github.runs.find(id)).toMatchObject({ status: 'completed', conclusion: 'cancelled' })
  })

  test('a run that is cancelled over the API ends too', async () => {
    const { id } = await start({ tasks: 'slow' })
    const settled = toy.world.settle()
    await untilLogged(toy, id)
    toy.github.runs.cancel(id)
    const [run] = await settled
    expect(run).toMatchObject({ conclusion: 'cancelled' })
  })

  test('of three runs of a group the second gives way', async () => {
    const runs = [
      await start({ tasks: '', round: '7' }),
      await start({ tasks: '', round: '7' }),
      await start({ tasks: '', round: '8' }),
      await start({ tasks: '', round: '7' }),
    ]
    const ended = await toy.world.settle()
    const [first, second, other, third] = runs.map(({ id }) => id)
    expect(ended.map(({ id }) => id).sort()).toEqual([first, other, third])
    expect(toy.github.runs.find(second ?? 0).conclusion).toBe('cancelled')
    const landings = ended.map(({ jobs }) => jobs.at(-1)?.conclusion)
    expect(landings).toEqual(['success', 'success', 'success'])
  })
})

function told(run: RunReport | undefined) {
  return run?.jobs.map(({ name, conclusion, log }) => [name, conclusion, log.split('\n')[0]])
}

/** What the first job says only where it ran in this attempt. */
function dispatches(run: RunReport | undefined) {
  const [ready] = run?.jobs ?? []
  if (ready === undefined || run?.kept.includes(ready.name)) return []
  return ready.log.split('\n').filter((line) => line.startsWith('may dispatch'))
}

async function untilLogged(toy: Toy, id: number): Promise<void> {
  const jobs = () => toy.github.repository('octo/demo').jobs
  while (!jobs().some(({ runId, name }) => runId === id && name === 'toy / slow'))
    await new Promise((resolve) => setTimeout(resolve, 20))
}
