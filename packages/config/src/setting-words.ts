import type { SettingKey } from './config-schema.ts'

export interface SettingWords {
  /** What to write: "write …". */
  readonly type: string
  readonly what: string
  /** A line or two that are right. */
  readonly example: string
}

const commandsType = 'a command line, or a list of them'
const namesType =
  'a list of names of environment variables, none of which begins with GITHUB_, ACTIONS_, RUNNER_ or INPUT_'
const globsType = 'a list of paths from the root of the repository, where * and ** stand for more'

export const settingWords: Readonly<Record<SettingKey, SettingWords>> = {
  agent: {
    type: 'a command line',
    what: 'The coding agent. It gets the prompt on its standard input.',
    example: 'agent: opencode run',
  },
  model: {
    type: 'a name on one line',
    what: "The model that the agent is asked to use; how it is named is the agent's matter.",
    example: 'model: anthropic/claude-sonnet-4-5',
  },
  agent_env: {
    type: namesType,
    what: "What the agent's process sees besides PATH, HOME, locale, proxies and the homes of tools.",
    example: 'agent_env: [ANTHROPIC_API_KEY]',
  },
  agent_timeout: {
    type: 'whole minutes from 1 to 360',
    what: 'How long an agent may work on one task.',
    example: 'agent_timeout: 60',
  },
  checks: {
    type: commandsType,
    what: 'What must succeed in each worker and on the merged whole. A list runs in order, each from the root, up to the first failure; so do the lines of one command.',
    example: 'checks: [npm run lint, npm test]',
  },
  checks_env: {
    type: namesType,
    what: 'What the checks see besides the same.',
    example: 'checks_env: [DATABASE_URL]',
  },
  checks_timeout: {
    type: 'whole minutes from 1 to 360',
    what: 'How long the checks may take, and the setup before them.',
    example: 'checks_timeout: 30',
  },
  setup: {
    type: commandsType,
    what: "What installs the project's own tools, before agents and checks.",
    example: 'setup: npm ci',
  },
  max_parallel: {
    type: 'a whole number from 1 to 256',
    what: 'How many workers run at once.',
    example: 'max_parallel: 5',
  },
  max_tasks: {
    type: 'a whole number from 1 to 256',
    what: 'How many tasks a wave has at most.',
    example: 'max_tasks: 20',
  },
  max_attempts: {
    type: 'a whole number from 1 to 20',
    what: 'How often a task is tried before it is left to a person.',
    example: 'max_attempts: 2',
  },
  max_waves: {
    type: 'a whole number from 1 to 1000',
    what: 'After how many waves an issue stops.',
    example: 'max_waves: 20',
  },
  timeout_minutes: {
    type: 'whole minutes from 5 to 360',
    what: "The limit of a worker's job, and of the integration. `agent_timeout` and `checks_timeout` must fit in it together, and `checks_timeout` twice where there is a `setup`.",
    example: 'timeout_minutes: 120',
  },
  runs_on: {
    type: 'a label, a list of labels, or a group with labels',
    what: 'Where workers and checks run.',
    example: 'runs_on: { group: builders, labels: [self-hosted, linux] }',
  },
  store: {
    type: 'auto, embedded or bd',
    what: "Who reads and writes the tasks: `bd`, Wavefront itself (a JSONL file), or whichever the repository's `.beads/` calls for.",
    example: 'store: auto',
  },
  store_branch: {
    type: 'the name of a branch, or none',
    what: 'Where a JSONL store is kept; new tasks on the base are taken in from there. `none` keeps it in the feature branch.',
    example: 'store_branch: beads-sync',
  },
  bd_version: {
    type: 'an exact version in quotes',
    what: 'The `bd` that is installed where one is needed.',
    example: "bd_version: '1.3.0'",
  },
  update_base: {
    type: 'each_wave, end or never',
    what: 'When what is new on the base branch is merged into the feature branch.',
    example: 'update_base: each_wave',
  },
  conflicts: {
    type: 'theirs, requeue, human or fail',
    what: "What happens where lines of one task would give way to another's: the later task's lines stay and the others are recorded (`theirs`), the later task is done again on the new base (`requeue`), its work is set aside for a person and the rest lands (`human`), or nothing lands (`fail`).",
    example: 'conflicts: theirs',
  },
  max_overwritten_lines: {
    type: 'a whole number from 0 to 1000000',
    what: 'With `conflicts: theirs`, a task for which more lines would give way is done again instead.',
    example: 'max_overwritten_lines: 50',
  },
  overlap: {
    type: 'merge or serialise',
    what: 'Of two tasks that have changed the same file, `serialise` does the later again on top of the other, whether or not they conflict.',
    example: 'overlap: merge',
  },
  keep_inserts: {
    type: 'true or false',
    what: 'Where lines give way, those that were only inserted beside them stay. Fewer lines are lost, but more files come out wrong: only with good checks.',
    example: 'keep_inserts: false',
  },
  resolver: {
    type: 'mergiraf, or the command line of a merge driver with %O, %A and %B',
    what: 'A merge driver that is installed on the runner and is asked where lines would give way; its merge is taken if it leaves out fewer. Where it is missing or fails, the merge goes on without it.',
    example: 'resolver: mergiraf',
  },
  on_red: {
    type: 'bisect or stop',
    what: 'When the checks fail on the merged whole: find out whose work it is and land the rest, or land nothing and leave it to a person.',
    example: 'on_red: bisect',
  },
  protected_paths: {
    type: globsType,
    what: 'What no task may change. A list of yours takes the place of this one; to open one path, use `allow_paths`.',
    example: "protected_paths: ['.github/**', 'infra/**']",
  },
  allow_paths: {
    type: globsType,
    what: 'Exceptions from `protected_paths`.',
    example: 'allow_paths: [.github/dependabot.yml]',
  },
  max_changed_files: {
    type: 'a whole number from 1 to 100000',
    what: 'A task that changes more files is rejected.',
    example: 'max_changed_files: 300',
  },
  max_deleted_files: {
    type: 'a whole number from 0 to 100000',
    what: 'A task that deletes more files is rejected.',
    example: 'max_deleted_files: 50',
  },
  max_file_kb: {
    type: 'whole kilobytes from 1 to 100000',
    what: 'A task that leaves a larger file behind is rejected.',
    example: 'max_file_kb: 5000',
  },
  ci_workflows: {
    type: 'a list of the names of files in .github/workflows, without the folder',
    what: 'Workflows to dispatch on the feature branch after a landing, because what the built-in token pushes starts none. Each needs `workflow_dispatch`.',
    example: 'ci_workflows: [ci.yml]',
  },
}
