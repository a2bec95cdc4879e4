import { explainFailure } from '../src/failure.ts'

describe('a request to GitHub that failed', () => {
  const failed = (isAmbiguous: boolean) =>
    Object.assign(new Error('POST /repos/o/r/x: 502 Server Error'), { isAmbiguous })

  test('for reasons of its own is to be made again', () => {
    expect(explainFailure(failed(true), false)).toEqual({
      is: 'refused',
      problems: [
        {
          what: 'GitHub did not answer as it should: POST /repos/o/r/x: 502 Server Error',
          fix: 'run this job again, when https://www.githubstatus.com is green: it finds out what is done already',
        },
      ],
    })
  })

  test('for reasons of ours is a fault', () => {
    expect(explainFailure(failed(false), false).is).toBe('broken')
  })
})
