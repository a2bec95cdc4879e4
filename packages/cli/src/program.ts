import { Command, CommanderError, Option } from 'commander'
import packageJson from '../../../package.json' with { type: 'json' }
import { exitCodes } from './exit-codes.ts'
import { reportFailure } from './failure.ts'
import { list, lockCommand, positive, whole } from './option-values.ts'

/** Parses the command line and runs one command. Resolves to the exit code in every case. */
export async function runProgram(argv: readonly string[]): Promise<number> {
  let exitCode: number = exitCodes.done
  const program = createProgram((code) => {
    exitCode = code
  })
  try {
    await program.parseAsync([...argv])
    return exitCode
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : exitCodes.badInput
    return reportFailure(error)
  }
}

function createProgram(done: (exitCode: number) => void): Command {
  const program = new Command('wavefront')
    .description(
      'Works a graph of tasks off with coding agents: ready tasks in parallel, one branch each,\nmerged and verified wave after wave, until the graph is done.',
    )
    .version(packageJson.version, '-V, --version')
    .showHelpAfterError('(wavefront --help shows what there is)')
    .exitOverride()
    .addHelpText('after', examples)
  addRun(program, done)
  addMerge(program, done)
  addMergeFile(program, done)
  addReady(program, done)
  addGraph(program, done)
  addClean(program, done)
  addInit(program, done)
  addDoctor(program, done)
  addDemo(program, done)
  return program
}

const examples = `
Examples:
  wavefront demo                                            see it work, in half a minute
  wavefront graph --from tasks.json                         look at a plan before it runs
  wavefront run --agent 'opencode run' --checks 'npm test'  work off the tasks of this repository

Exit codes: 0 done · 1 ended, but not done · 2 wrong input, or the machine refused · 70 a fault · 130 interrupted`

function addRun(program: Command, done: (exitCode: number) => void): void {
  const command = program
    .command('run')
    .description('work the graph off, wave after wave, on a branch of its own')
    .option('--agent <command>', 'what works on a task; gets the prompt on its standard input')
    .option('--checks <command>', 'what must succeed for a task, and for the merged whole')
  sourceOptions(command)
    .option('--epic <id>', 'only the tasks below this epic')
    .option('--branch <name>', 'the feature branch (default: wavefront/<plan, epic or "tasks">)')
    .option(
      '--base <rev>',
      'the branch or commit to start from and keep up with (default: the current branch)',
    )
    .option('-j, --jobs <n>', 'workers at once (default: cores, at most 4)', positive(64))
    .addOption(
      new Option('--schedule <kind>', 'a wave at a time, or each task as soon as it can start')
        .choices(['waves', 'rolling'])
        .default('waves'),
    )
    .option('--max-waves <n>', 'stop after so many waves (default: 20)', positive(1000))
    .option('--max-tasks <n>', 'tasks in a wave (default: 20)', positive(256))
    .option('--max-attempts <n>', 'attempts at a task (default: 2)', positive(20))
    .option('--agent-timeout <minutes>', 'ends an agent that takes longer', positive(1440), 60)
    .option('--checks-timeout <minutes>', 'ends checks that take longer', positive(1440), 30)
    .option('--agent-env <names>', 'environment variables the agent may see, by name', list, [])
    .option('--checks-env <names>', 'environment variables the checks may see, by name', list, [])
  mergeOptions(command)
    .addOption(
      new Option('--keep-worktrees <which>', 'which workers leave their directory for you')
        .choices(['failed', 'all', 'none'])
        .default('failed'),
    )
    .option('--approve', 'ask before each wave')
    .option('--dry-run', 'show the next wave and change nothing')
    .option('--json', 'the report as JSON on standard output; progress goes to standard error')
    .action(async (options) => done(await (await import('./commands/run.ts')).run(options)))
}

function addMerge(program: Command, done: (exitCode: number) => void): void {
  const command = program
    .command('merge')
    .argument('<branch...>', 'the branches to merge, in this order')
    .description('merge branches onto one without losing a line unseen; nothing is checked out')
    .requiredOption('--onto <branch>', 'the branch that takes them; it moves when all is decided')
    .option('--checks <command>', 'what must succeed on the merged whole')
    .option('--checks-timeout <minutes>', 'ends checks that take longer', positive(1440), 30)
    .option('--checks-env <names>', 'environment variables the checks may see, by name', list, [])
    .option('-j, --jobs <n>', 'trees that are checked at once, to find culprits', positive(64), 1)
  mergeOptions(command)
    .option('--dry-run', 'show what would come of it and move nothing')
    .option('--json', 'the same as JSON on standard output')
    .action(async (names, options) =>
      done(await (await import('./commands/merge.ts')).merge(names, options)),
    )
}

function addMergeFile(program: Command, done: (exitCode: number) => void): void {
  program
    .command('merge-file')
    .argument('<ours>', 'the version that is there')
    .argument('<base>', 'what both started from')
    .argument('<theirs>', 'the version that comes in, whose lines stay where nothing else fits')
    .description('merge one file and print it: 0 clean, 1 lines gave way, 2 not to be merged')
    .option('--path <name>', 'the name that the file has in the repository (default: OURS)')
    .option('--write', 'write the result over OURS, as git asks of a merge driver')
    .option('--json', 'the result and every decision as JSON')
    .option('--keep-inserts', 'where lines give way, keep those that were only inserted beside')
    .option(
      '--resolver <command>',
      'a merge driver to ask where lines would give way: mergiraf, or with %O %A %B',
    )
    .action(async (ours, base, theirs, options) => {
      const { mergeOneFile } = await import('./commands/merge-file.ts')
      done(await mergeOneFile({ ours, base, theirs }, options))
    })
}

/** What `run` and `merge` have in common. */
function mergeOptions(command: Command): Command {
  return command
    .addOption(
      new Option('--conflicts <what>', "when a task's lines would take the place of another's")
        .choices(['theirs', 'requeue', 'human', 'fail'])
        .default('theirs'),
    )
    .option(
      '--max-overwritten-lines <n>',
      'put a task back for which more lines would give way',
      whole(0, 1_000_000),
    )
    .addOption(
      new Option('--overlap <what>', 'when two have changed the same file')
        .choices(['merge', 'serialise'])
        .default('merge'),
    )
    .option('--keep-inserts', 'where lines give way, keep those that were only inserted beside')
    .option(
      '--resolver <command>',
      'a merge driver to ask where lines would give way: mergiraf, or with %O %A %B',
    )
    .option(
      '--lock-command <name=command>',
      'what makes a lock file anew, such as package-lock.json="npm install --package-lock-only"',
      lockCommand,
    )
    .addOption(
      new Option('--on-red <what>', 'when the merged whole is red: find the culprits, or stop')
        .choices(['bisect', 'stop'])
        .default('bisect'),
    )
}

function addReady(program: Command, done: (exitCode: number) => void): void {
  const command = program
    .command('ready')
    .description('which tasks could run now, and why the others cannot')
  sourceOptions(command)
    .option('--epic <id>', 'only the tasks below this epic')
    .option('--json', 'as JSON')
    .action(async (options) => done(await (await import('./commands/ready.ts')).ready(options)))
}

function addGraph(program: Command, done: (exitCode: number) => void): void {
  const command = program
    .command('graph')
    .description('the levels and the critical path of a plan or a store')
  sourceOptions(command)
    .addOption(
      new Option('--format <kind>', 'how to draw it')
        .choices(['text', 'mermaid', 'json', 'dot'])
        .default('text'),
    )
    .option('--json', 'the same as --format json')
    .action(async (options) => done(await (await import('./commands/graph.ts')).graph(options)))
}

function addClean(program: Command, done: (exitCode: number) => void): void {
  program
    .command('clean')
    .description('remove what runs have left: worktrees, also after a crash; on request more')
    .option('--runs', 'the reports and logs of past runs, too')
    .option('--branches', 'the branches with failed work, too')
    .option('--dry-run', 'only say what would be removed')
    .action(async (options) => done(await (await import('./commands/clean.ts')).clean(options)))
}

function addInit(program: Command, done: (exitCode: number) => void): void {
  program
    .command('init')
    .description(
      'write the workflow and the configuration that GitHub needs, made for this checkout',
    )
    .addOption(
      new Option(
        '--example <which>',
        'which workflow (default: dolt where bd keeps one, else default)',
      ).choices(['default', 'dolt', 'three-jobs', 'self-hosted', 'github-app']),
    )
    .option('--agent <command>', "the agent's command line (default: opencode run)")
    .option('--checks <command>', 'the checks, instead of those that are found')
    .option('--dry-run', 'show both files and write nothing')
    .option('--force', 'write over what differs')
    .action(async (options) => done(await (await import('./commands/init.ts')).init(options)))
}

function addDoctor(program: Command, done: (exitCode: number) => void): void {
  program
    .command('doctor')
    .description('what a repository on GitHub still lacks for waves, asked with your own token')
    .option('--repository <owner/name>', 'which one (default: that of the remote "origin")')
    .option('--api <url>', "where GitHub's API is (default: that of the remote's host)")
    .option('--token-env <name>', 'the environment variable that holds the token')
    .option(
      '--branch <name>',
      'the base, where the work starts and goes back to (default: the default branch)',
    )
    .option('--json', 'as JSON')
    .action(async (options) => done(await (await import('./commands/doctor.ts')).doctor(options)))
}

function addDemo(program: Command, done: (exitCode: number) => void): void {
  program
    .command('demo')
    .description('a small sample repository, worked off by a scripted agent in real waves')
    .option('--dir <path>', 'where to make it (default: a new temporary folder)')
    .option('-j, --jobs <n>', 'workers at once', positive(64), 3)
    .addOption(
      new Option('--schedule <kind>', 'a wave at a time, or each task as soon as it can start')
        .choices(['waves', 'rolling'])
        .default('waves'),
    )
    .action(async (options) => done(await (await import('./commands/demo.ts')).demo(options)))
  program
    .command('demo-agent', { hidden: true })
    .action(async () => done(await (await import('./demo/agent.ts')).demoAgent()))
}

function sourceOptions(command: Command): Command {
  return command
    .option(
      '--from <file>',
      'a plan: TaskMaster, OpenSpec, Markdown or JSON; or a Beads JSONL file',
    )
    .option('--tag <name>', 'which tag of a TaskMaster file')
    .option('--store <which>', 'the task store: auto, embedded, bd, or a JSONL file', 'auto')
}
