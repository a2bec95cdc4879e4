import { jobLinks } from '../src/job-links.ts'

test("a task's job is known by its name, below the calling job's", () => {
  const job = (name: string) => ({ name, url: `https://x/${name}` })
  const names = ['a', 'wave / b-1', 'outer / wave / c', 'Choose the wave', 'wave / ../x', '']
  expect(jobLinks(names.map(job) as Parameters<typeof jobLinks>[0])).toEqual(
    new Map([
      ['a', 'https://x/a'],
      ['b-1', 'https://x/wave / b-1'],
      ['c', 'https://x/outer / wave / c'],
    ]),
  )
})
