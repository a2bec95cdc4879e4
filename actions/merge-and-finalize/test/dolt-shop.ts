import { mkdirSync, mkdtempSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { type HostedWorld, hostedWorld, runBd, type WhatThereIs } from '@wavefront/testing'
import { config, issues, push, titled } from './shop.ts'

/** The shop, with its tasks in a Dolt database that somebody has pushed to the server. */
export async function doltShop(bd: string, more: readonly object[] = []): Promise<HostedWorld> {
  const world = await hostedWorld({ config, files: titled })
  const { checkout, served } = world
  const silent = ['--non-interactive', '--skip-hooks', '--skip-agents']
  runBd(bd, checkout.dir, ['init', '--quiet', '--prefix', 'shop', ...silent])
  const lines = [...issues, ...more].map((issue) => `${JSON.stringify(issue)}\n`)
  checkout.write({ 'import.jsonl': lines.join('') })
  runBd(bd, checkout.dir, ['import', '-i', 'import.jsonl'])
  runBd(bd, checkout.dir, ['dolt', 'push'])
  // Every job finds the server by the address of its repository.
  const written = readFileSync(join(checkout.dir, '.beads/config.yaml'), 'utf8')
  const others = written.split('\n').filter((line) => !line.includes(served.path))
  const mended = { '.beads/config.yaml': others.join('\n') }
  push(world, 'main', checkout.commitOn('HEAD', mended, 'the server has another address for jobs'))
  return world
}

/** Where a job finds this bd and no other. */
export function bdOnPath({ dir }: HostedWorld, bd: string): { readonly PATH: string } {
  const tools = join(dir, 'tools')
  mkdirSync(tools, { recursive: true })
  symlinkSync(bd, join(tools, 'bd'))
  return { PATH: `${tools}:${process.env.PATH}` }
}

type Tasks = Pick<WhatThereIs, 'closed' | 'attempts'>

/** What the database on the server has, as bd reads it from a clone of its own. */
export function doltReader({ served, dir, checkout }: HostedWorld, bd: string): () => Tasks {
  const known = new Map<string, Tasks>()
  return () => {
    const at = served.git('rev-parse', 'refs/dolt/data')
    const tasks = known.get(at) ?? readTasks()
    known.set(at, tasks)
    return tasks
  }

  function readTasks(): Tasks {
    const clone = mkdtempSync(join(dir, 'clone-'))
    checkout.git('clone', '--quiet', '--', served.path, clone)
    runBd(bd, clone, ['bootstrap', '--yes', '--json'])
    const lines = runBd(bd, clone, ['export', '--all', '--readonly']).split('\n')
    const all = lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Exported)
    return {
      closed: all
        .filter(({ status }) => status === 'closed')
        .map(({ id }) => id)
        .sort(),
      attempts: Object.fromEntries(
        all
          .map(({ id, notes }) => [id, attemptsIn(notes)] as const)
          .filter(([, tried]) => tried.length > 0),
      ),
    }
  }
}

interface Exported {
  readonly id: string
  readonly status: string
  readonly notes?: string
}

function attemptsIn(notes = ''): readonly string[] {
  return [...notes.matchAll(/^\[wavefront\] (.*)$/gm)].map(([, record = '']) => {
    const { attempt, end } = JSON.parse(record)
    return `${attempt} ${end}`
  })
}
