import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { epicIssue, type HostedWorld, hostedWorld, taskIssue } from '@wavefront/testing'

/** What GitHub takes for an answer, give or take. */
const delayMs = 50

export const feature = 'opencode/issue-7'
const here = import.meta.dirname

export interface Shop {
  readonly world: HostedWorld
  readonly ids: readonly string[]
}

export interface ShopWish {
  /** How many tasks the wave has. One more waits for all of them, so that there is a next wave to start. */
  readonly tasks: number
  readonly files: number
  /** The caller's workflow: an example, or a file beside this one. */
  readonly workflow: string
}

/** A repository on servers that answer as slowly as GitHub's do. */
export async function openShop({ tasks, files, workflow }: ShopWish): Promise<Shop> {
  const ids = Array.from({ length: tasks }, (_, at) => `shop-${at}`)
  const world = await hostedWorld({
    files: {
      ...manyFiles(files),
      '.github/workflows/wavefront.yml': readFileSync(workflow, 'utf8'),
      'src/list.txt': 'first\nsecond\nthird\n',
      'tools/agent.sh': agent,
      'tools/check.sh': 'test -f src/list.txt\n',
      '.beads/.gitignore': '*\n!.gitignore\n!issues.jsonl\n',
    },
    config: 'agent: sh tools/agent.sh\nchecks: sh tools/check.sh\nmax_tasks: 256\n',
    issues: [
      epicIssue(),
      ...ids.map((id) => taskIssue(id)),
      taskIssue('shop-last', { needs: ids }),
    ],
    ...{ delayMs, warm: true },
  })
  world.served.git('update-ref', `refs/heads/${feature}`, 'refs/heads/main')
  // GitHub keeps repositories packed, too.
  world.served.git('repack', '-a', '-d', '--quiet')
  return { world, ids }
}

export function besides(file: string): string {
  return join(here, file)
}

/** A fifth of a second, and then a file; every tenth task also writes on the same line. */
const agent = `cat > /dev/null
sleep 0.2
case $WAVEFRONT_TASK_ID in *0) sed -i "2s/.*/by $WAVEFRONT_TASK_ID/" src/list.txt ;; esac
echo "$WAVEFRONT_TASK_ID" > "src/$WAVEFRONT_TASK_ID.txt"
`

/** The same as the agent does. */
export function workOf(id: string): Readonly<Record<string, string>> {
  const list = id.endsWith('0') ? { 'src/list.txt': `first\nby ${id}\nthird\n` } : {}
  return { ...list, [`src/${id}.txt`]: `${id}\n` }
}

function manyFiles(count: number): Record<string, string> {
  const line = 'A line of a file that nobody changes.\n'
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      `lib/part-${at % 50}/file-${at}.txt`,
      `File ${at}\n${line.repeat(20)}`,
    ]),
  )
}
