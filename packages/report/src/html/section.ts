import { type Content, html, type Markup } from '../escape/html.ts'
import { markOf, type Tone } from '../wording.ts'

export interface Section {
  readonly id: string
  readonly title: string
  readonly note?: string
  readonly body: Content
}

export function renderSection({ id, title, note, body }: Section): Markup {
  return html`
<section id="${id}">
<header><h2>${title}</h2>${note !== undefined && html`<p>${note}</p>`}</header>
${body}
</section>`
}

/** A word in its colour, with a mark for those who do not see colours. */
export function toned(tone: Tone, word: string): Markup {
  return html`<span class="word ${tone}" data-mark="${markOf[tone]}">${word}</span>`
}

export function renderLegend(entries: readonly (readonly [string, string])[]): Markup {
  return html`<p class="legend">${entries.map(([tone, word]) => html`<span class="${tone}">${word}</span>`)}</p>`
}

/** A parser drops the first line break of `pre`; ours comes first, so that none of the text is lost. */
export function renderLines(lines: string): Markup {
  return html`<pre>
${lines}</pre>`
}

export function shortCommit(commit: string): Markup {
  return html`<code title="${commit}">${commit.slice(0, 10)}</code>`
}
