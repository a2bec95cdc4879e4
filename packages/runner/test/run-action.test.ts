import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { actionEnv } from './action-env.ts'

const source = fileURLToPath(new URL('./example-action.ts', import.meta.url))
const esbuild = fileURLToPath(new URL('../../../node_modules/.bin/esbuild', import.meta.url))
/** As in any module that bundles older ones. */
const banner =
  'import { createRequire } from "node:module"; const require = createRequire(import.meta.url);'

let built: string
beforeAll(() => {
  built = mkdtempSync(join(tmpdir(), 'wavefront-example-'))
  const options = ['--bundle', '--platform=node', '--format=esm', `--banner:js=${banner}`]
  execFileSync(esbuild, [source, ...options, `--outfile=${built}/action.mjs`, '--log-level=error'])
})
afterAll(() => rmSync(built, { recursive: true }))

interface Ended {
  readonly code: number | null
  readonly lines: readonly string[]
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
}

async function run(act: string, more: NodeJS.ProcessEnv = actionEnv): Promise<Ended> {
  const dir = mkdtempSync(join(tmpdir(), 'wavefront-action-'))
  const [output, summary] = [join(dir, 'output'), join(dir, 'summary')]
  for (const file of [output, summary]) writeFileSync(file, '')
  const { PATH } = process.env
  const given = { INPUT_ACT: act, GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary }
  try {
    const { code, said } = await start({ PATH, ...given, ...more })
    return {
      code,
      lines: said.trimEnd().split('\n').map(withoutStack),
      outputs: outputsIn(readFileSync(output, 'utf8')),
      summary: readFileSync(summary, 'utf8'),
    }
  } finally {
    rmSync(dir, { recursive: true })
  }
}

async function start(env: NodeJS.ProcessEnv): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, [join(built, 'action.mjs')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text
  })
  return { code: await new Promise((resolve) => child.on('close', resolve)), said }
}

function withoutStack(line: string): string {
  return line.replaceAll(/(%0A)+ +at .*?(?=%0A(?:│ )?caused|$)/g, '')
}

/** What the runner reads of an output file: `name<<delimiter`, the value, the delimiter. */
function outputsIn(file: string): Record<string, string> {
  const found = file.matchAll(/^(.+?)<<(ghadelimiter_[\w-]{36})\n(.*?)\n\2$/gms)
  return Object.fromEntries([...found].map(([, name, , value]) => [name, value]))
}

test('everything that an action says', async () => {
  expect(await run('all')).toEqual({
    code: 0,
    lines: [
      '::add-mask::s3cret%0Aline two',
      '::add-mask::s3cret',
      '::add-mask::line two',
      'a',
      '│ ::error::b',
      '::notice::100%25%0A│ ::x::',
      '::warning::w',
      '::warning::The output "leaked" has a masked value in it: GitHub will drop it, and jobs that need it see nothing. A secret that is an ordinary word or a short number should be a variable instead.',
      '::group::Agent ::stop-commands::x',
      '│ ::add-mask::o',
      '│ # #[error]x',
      '::endgroup::',
    ],
    outputs: {
      task_ids: '["a","b"]',
      task_count: '2',
      hostile: 'x\nmatrix=1\nEOF\nother<<EOF',
      leaked: 'has s3cret in it',
    },
    summary: '# Wave 1\n',
  })
})

test('a secret is masked before anything else is said', async () => {
  expect(await run('secret', { ...actionEnv, INPUT_TOKEN: 's3cret' })).toMatchObject({
    code: 0,
    lines: ['::add-mask::s3cret', 'got 6'],
  })
})

const report = 'https://github.example/octo/action/issues'
describe('what ends an action', () => {
  const ends: Record<string, [act: string, lines: string[]]> = {
    'what the user must change': [
      'problems',
      [
        '2 problems:',
        '::error file=.github/wavefront.yml,line=7::.github/wavefront.yml:7: unknown key "x"%0A  fix: remove it',
        '::error::input task_id: task "::set-env::"%0A  fix: write%0A│ ::another::',
      ],
    ],
    'outputs that GitHub would drop': [
      'tooLarge',
      [
        '::error::output "more" (500000 bytes): the outputs have 1100032 bytes, and GitHub takes 1048576 from a job%0A  fix: let a wave have fewer tasks: write `max_tasks: 20` in .github/wavefront.yml',
      ],
    ],
    'a full disk': [
      'fullDisk',
      [
        '::error::/w/x: the machine refused to write (ENOSPC)%0A  fix: the disk of the runner is full: remove what is not needed in `setup`, or use a runner with more',
      ],
    ],
    'a fault': [
      'bug',
      [
        `::error title=A fault in Wavefront::This should not have happened. If it happens again, please report it with these lines at ${report}%0ATypeError: x is not y%0A│ caused by: Error: # #[error]z`,
      ],
    ],
    'a fault from elsewhere': [
      'thrownLater',
      [
        `::error title=A fault in Wavefront::This should not have happened. If it happens again, please report it with these lines at ${report}%0AError: from a timer`,
      ],
    ],
    'waiting for what never comes': [
      'neverDone',
      [
        `::error title=A fault in Wavefront::This should not have happened. If it happens again, please report it with these lines at ${report}%0AError: the action ended before it was done`,
      ],
    ],
    'a job that is cancelled': [
      'cancelled',
      ['::error::Cancelled before it was done. Running it again goes on from there.'],
    ],
  }
  test.concurrent.each(Object.entries(ends))('%s', async (_, [act, lines]) => {
    const env = {
      ...actionEnv,
      GITHUB_SERVER_URL: 'https://github.example',
      GITHUB_ACTION_REPOSITORY: 'octo/action',
    }
    const ended = await run(act, env)
    expect([ended.code, ended.lines]).toEqual([1, lines])
  })

  test('no workflow', async () => {
    expect(await run('all', {})).toMatchObject({
      code: 1,
      lines: [
        '::error::this is an action, and no workflow runs it (GITHUB_ACTIONS is not "true")%0A  fix: use it in a workflow; on one machine use `wavefront run`',
      ],
    })
  })
})
