import { count, formatSeconds } from '../amounts.ts'
import type { StatusReport, StatusTaskState } from '../status-report.ts'
import { summarizeConflicts } from './conflicts.ts'
import { lastLines, link, name, phrase } from './markup.ts'
import { type Part, paragraph } from './page.ts'
import { countDone } from './status-description.ts'
import { tally } from './tally.ts'
import { build, headlineOf, nextStepOf, wordOfState } from './wording.ts'

/** Where it stands, where to look, and what comes next. */
export function headerParts(report: StatusReport): Part[] {
  return [
    paragraph(`### ${headline(report)}`),
    paragraph(places(report)),
    ...whyParts(report),
    paragraph(nextStep(report)),
  ]
}

function headline(report: StatusReport): string {
  const words = headlineOf[report.phase].replace('{wave}', String(report.wave))
  return report.tasks.length > 0 ? `${words} · ${countDone(report)}` : words
}

function places({ wave, phase, branch, base, runUrl, pullRequest }: StatusReport): string {
  return [
    ...(headlineOf[phase].includes('{wave}') ? [] : [`Wave ${wave}`]),
    `${name(branch)} from ${name(base)}`,
    ...(runUrl === undefined ? [] : [link('latest run', runUrl)]),
    ...(pullRequest ? [`pull request ${link(`#${pullRequest.number}`, pullRequest.url)}`] : []),
  ].join(' · ')
}

/** The first line is a sentence; what follows it is a log. */
function whyParts({ why = '' }: StatusReport): Part[] {
  const [, first = '', log = ''] = /^([^\r\n]*)([\s\S]*)$/.exec(why.trim()) ?? []
  return [
    ...(first === '' ? [] : [paragraph(`Why: ${phrase(first, 600)}`)]),
    ...(log.trim() === '' ? [] : [paragraph(lastLines(log.replace(/^[\r\n]+/, '')))]),
  ]
}

function nextStep({ phase, pullRequest }: StatusReport): string {
  const isAlone = phase === 'complete' && pullRequest === undefined
  return nextStepOf[isAlone ? 'complete-without-pull-request' : phase]
}

/** Counts, time, conflicts and checks in one line. */
export function totalsPart(report: StatusReport): Part {
  if (report.tasks.length === 0) return paragraph('There are no tasks.')
  const parts = [
    countStates(report),
    describeWork(report),
    report.conflicts.length > 0 ? summarizeConflicts(report.conflicts) : '',
    report.checks === 'none' ? '' : `build ${build[report.checks]}`,
  ]
  return paragraph(`In all: ${parts.filter((part) => part !== '').join(' · ')}`)
}

function countStates(report: StatusReport): string {
  const { inState } = tally(report)
  const states = (Object.keys(wordOfState) as StatusTaskState[]).filter((one) => inState.has(one))
  return states.map((state) => `${inState.get(state)} ${wordOfState[state]}`).join(', ')
}

function describeWork(report: StatusReport): string {
  const { attempts, seconds, hasEarlierAttempts } = tally(report)
  if (attempts === 0) return ''
  const which = hasEarlierAttempts ? 'the last of each task ' : ''
  const time = seconds > 0 ? `, ${which}${formatSeconds(seconds)}` : ''
  return `${count(attempts, 'attempt')}${time}`
}

export function notesPart({ notes }: StatusReport, rank: number): Part {
  const rows = notes.map((note) => `- ${phrase(note, 300)}`)
  return { name: 'notes', rank, share: 3_000, before: '#### Notes\n\n', rows, between: '\n' }
}
