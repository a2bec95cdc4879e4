import type { AttemptRecord, Task } from '@wavefront/tasks'

export interface PromptFacts {
  readonly task: Task
  /** The epics above the task, the nearest first. */
  readonly above: readonly Task[]
  readonly attempt: number
  readonly previous?: AttemptRecord
  /** The issue that the task belongs to. */
  readonly issue?: number
  /** The command line of the project's checks. */
  readonly checks?: string
}

/** The text that an agent gets. Everything between the headings is somebody's text, given as it is. */
export function renderPrompt({
  task,
  above,
  attempt,
  previous,
  issue,
  checks,
}: PromptFacts): string {
  return [
    `# Task ${task.id}: ${task.title}`,
    'You are one of several agents that work on this repository at the same time, each on a task of its own, in a checkout of its own. Do this task, and only this one.',
    issue === undefined ? '' : `It is a part of the work on issue #${issue}.`,
    section('What to do', task.brief.description),
    section('Details', task.brief.details),
    section('It is done when', task.brief.acceptance),
    section('Notes', task.brief.notes),
    ...above.map((epic) => section(`It is a part of: ${epic.title}`, wholeBrief(epic))),
    section('Files that this task is expected to touch', bullets(task.files)),
    previous && renderFailure(previous, attempt),
    `## Rules\n\n${bullets(rules(checks))}`,
    checks?.includes('\n') ? section('Checks', fence(checks.trim())) : '',
  ]
    .filter((part) => part !== undefined && part !== '')
    .join('\n\n')
    .concat('\n')
}

const failures: Record<AttemptRecord['end'], string> = {
  failed: 'It failed. The end of its log:',
  'timed-out': 'It took too long and was ended. The end of its log:',
  'no-changes': 'It ended without changing a file.',
  rejected: 'Its changes were rejected:',
  requeued:
    'Its changes were in conflict with work that has landed since; you start from that work now.',
  'set-aside': 'Its changes conflicted with others that have landed since:',
  ejected: 'With its changes merged, the checks of the whole project failed. The end of their log:',
  landed: 'It landed, and the task was opened again.',
}

function renderFailure({ end, reason }: AttemptRecord, attempt: number): string {
  const log = reason ? `\n\n${fence(reason)}` : ''
  return `## The attempt before this one (this is attempt ${attempt})\n\n${failures[end]}${log}\n\nFind out why, and do it better this time.`
}

function rules(checks: string | undefined): string[] {
  return [
    'Change what the task needs and nothing else. Follow the style of the code around you.',
    'Other agents change other files right now: do not tidy up, rename or reformat what is not yours.',
    'Do not commit, merge, push or switch branches. Leave your changes in the working tree.',
    'Do not touch `.beads/`: the task is closed for you when your work has landed.',
    checksRule(checks),
    'If the task cannot be done, say why and end with an exit code other than 0.',
  ]
}

function checksRule(checks: string | undefined): string {
  if (checks === undefined) return 'Run what tests there are for what you changed.'
  return checks.includes('\n')
    ? 'Your work counts when the script under “Checks” succeeds. Run it, and mend what it finds.'
    : `Your work counts when this command succeeds: \`${checks}\`. Run it, and mend what it finds.`
}

function wholeBrief({ brief }: Task): string {
  const { description, details, acceptance, notes } = brief
  return [description, details, acceptance, notes].filter((text) => text?.trim()).join('\n\n')
}

function section(title: string, text: string | undefined): string {
  return text?.trim() ? `## ${title}\n\n${text.trim()}` : ''
}

function bullets(items: readonly string[]): string {
  return items.map((item) => `- ${item}`).join('\n')
}

/** A fence that is longer than any inside. */
function fence(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length))
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}\n${text}\n${ticks}`
}
