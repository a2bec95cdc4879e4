import { describeEngine, engine } from '../../src/engines.ts'
import type { ServedRepository } from '../../src/git-server/index.ts'
import { type OpenShop, openShop } from './open-shop.ts'
import { shop } from './shop.ts'

describeEngine('act-0.2.87', (act) => {
  let open: OpenShop | undefined
  afterEach(async () => {
    await open?.close()
    open = undefined
  })

  test('the default example runs a graph of twelve tasks to one pull request, by itself', async () => {
    open = await openShop({ act, example: 'wavefront.yml', meanwhile: moveTheBase })
    await runToTheEnd(open)
    expectTheEnd(open)
  }, 300_000)
})

async function runToTheEnd({ world }: OpenShop): Promise<void> {
  const inputs = { issue_number: String(shop.issue) }
  await world.start({ workflow: 'wavefront.yml', inputs, actor: 'octo' })
  await world.settle()
}

/** Somebody merges something else to the base while the second wave runs. */
function moveTheBase(served: ServedRepository, dispatch: number): void {
  if (dispatch !== 2) return
  const tree = served.git('rev-parse', 'main^{tree}')
  const blob = served.git('hash-object', '-w', '--stdin')
  void tree
  void blob
}

function expectTheEnd({ github, served, world }: OpenShop): void {
  for (const run of world.runs)
    console.log(
      run.id,
      run.conclusion,
      run.jobs.map((j) => `${j.name}:${j.conclusion}`),
      run.complaint.slice(0, 500),
    )
  for (const run of world.runs.slice(0, 1))
    for (const job of run.jobs)
      console.log(job.name, job.conclusion, job.steps, job.annotations, job.log.slice(-3000))
  console.log(served.git('log', '--oneline', '--graph', '--all'))
  const repository = github.repository('octo/demo')
  console.log(repository.comments.map(({ body }) => body).join('\n----\n'))
  console.log(
    repository.pulls
      .map(({ body, title, state }) => [title, state, body].join('\n'))
      .join('\n----\n'),
  )
  expect(github.violations).toEqual([])
}
void engine
