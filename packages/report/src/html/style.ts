import { html } from '../escape/html.ts'

export const style = html`<style>
:root {
  color-scheme: light dark;
  --page: #f6f6f3; --card: #ffffff; --sunk: #f1f1ed;
  --ink: #1d1f21; --soft: #62676d; --rule: #e2e2dc; --thread: #b9bcb9;
  --good: #2c7a57; --past: #6f767d; --wait: #96690d; --bad: #b0413a; --merge: #4b57a8;
  --good-tint: #e9f4ee; --past-tint: #f0f1f2; --wait-tint: #faf2de; --bad-tint: #fbebe9;
  --on-tone: #ffffff;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Helvetica Neue", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --page: #131518; --card: #1b1e22; --sunk: #16181b;
    --ink: #e6e7e8; --soft: #9aa1a8; --rule: #2c3036; --thread: #4d535a;
    --good: #6cc29a; --past: #949ba3; --wait: #dcb35c; --bad: #ee8a80; --merge: #9aa5f0;
    --good-tint: #1c2d26; --past-tint: #23272b; --wait-tint: #2e2818; --bad-tint: #35211f;
    --on-tone: #131518;
  }
}
* { box-sizing: border-box; }
html { scroll-behavior: smooth; -webkit-text-size-adjust: 100%; }
body { margin: 0; background: var(--page); color: var(--ink); font: 15px/1.55 var(--sans); }
main { max-width: 1160px; margin: 0 auto; padding: 56px 28px 80px; }
h1 { margin: 6px 0 12px; font-size: 32px; line-height: 1.2; font-weight: 650; letter-spacing: -0.015em; overflow-wrap: anywhere; }
h2 { margin: 0; font-size: 18px; line-height: 1.3; font-weight: 640; letter-spacing: -0.005em; }
h3 { margin: 0; font-size: 15px; font-weight: 600; overflow-wrap: anywhere; }
p { margin: 0; }
a { color: inherit; }
code, pre { font-family: var(--mono); font-size: 0.87em; font-variant-ligatures: none; }
code { overflow-wrap: anywhere; }
.eyebrow { color: var(--soft); font-size: 13px; letter-spacing: 0.04em; }
.outcome { font-size: 17px; font-weight: 500; }
.outcome::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-right: 10px; border-radius: 50%; background: var(--tone); }
.facts { margin-top: 8px; color: var(--soft); overflow-wrap: anywhere; }
.facts span:not(:last-child)::after { content: "·"; margin: 0 8px; color: var(--thread); }
.soft { color: var(--soft); }
.good { --tone: var(--good); --tint: var(--good-tint); }
.past { --tone: var(--past); --tint: var(--past-tint); }
.wait { --tone: var(--wait); --tint: var(--wait-tint); }
.bad { --tone: var(--bad); --tint: var(--bad-tint); }
.merge { --tone: var(--merge); --tint: var(--sunk); }
.word { color: var(--tone); font-weight: 550; white-space: nowrap; }
.word::before { content: attr(data-mark); display: inline-block; width: 1.35em; font-weight: 400; }
nav { display: flex; flex-wrap: wrap; gap: 4px 20px; margin: 28px 0 0; padding-bottom: 12px; border-bottom: 1px solid var(--rule); font-size: 14px; }
nav a { color: var(--soft); text-decoration: none; }
nav a:hover { color: var(--ink); text-decoration: underline; text-underline-offset: 4px; }
.tiles { display: grid; grid-template-columns: repeat(auto-fit, minmax(196px, 1fr)); margin: 28px 0 0; padding: 0; border: 1px solid var(--rule); border-radius: 10px; background: var(--card); overflow: hidden; }
.tiles div { display: flex; flex-direction: column; padding: 16px 20px 15px; box-shadow: 1px 1px 0 var(--rule); }
.tiles dt { color: var(--soft); font-size: 13px; }
.tiles dd { margin: 0; }
.tiles .value { font-size: 24px; line-height: 1.35; font-weight: 600; letter-spacing: -0.015em; font-variant-numeric: tabular-nums; white-space: nowrap; }
.tiles .note { color: var(--soft); font-size: 12.5px; }
section { margin-top: 44px; scroll-margin-top: 16px; }
section > header { display: flex; flex-wrap: wrap; align-items: baseline; justify-content: space-between; gap: 2px 24px; margin-bottom: 12px; }
section > header p { color: var(--soft); font-size: 13.5px; }
.card { border: 1px solid var(--rule); border-radius: 10px; background: var(--card); }
.scroll { overflow-x: auto; overscroll-behavior-x: contain; }
.picture { padding: 20px; }
.picture svg { display: block; }
.legend { display: flex; flex-wrap: wrap; gap: 4px 20px; margin-top: 10px; color: var(--soft); font-size: 12.5px; }
.legend span::before { content: ""; display: inline-block; width: 10px; height: 10px; margin-right: 7px; border-radius: 3px; background: var(--tone); }
svg text { font-family: var(--sans); fill: var(--ink); }
svg .id { font-family: var(--mono); font-weight: 600; }
svg .mark { fill: var(--tone); }
svg .thread { fill: none; stroke: var(--thread); stroke-width: 1.25; }
svg .box { fill: var(--tint); stroke: var(--rule); }
svg .stripe { fill: var(--tone); }
svg a:hover .box, svg a:focus-visible .box { stroke: var(--tone); }
svg .bar { fill: var(--tone); }
svg .bar-text { font-family: var(--mono); fill: var(--on-tone); font-size: 11px; }
svg .tick { stroke: var(--rule); }
svg .wave { stroke: var(--thread); stroke-dasharray: 2 3; }
svg .axis { fill: var(--soft); font-size: 11.5px; font-variant-numeric: tabular-nums; }
svg .lane { fill: var(--soft); font-size: 12px; }
table { width: 100%; border-collapse: collapse; font-size: 14px; font-variant-numeric: tabular-nums; }
th { padding: 11px 16px 9px; border-bottom: 1px solid var(--rule); color: var(--soft); font-size: 12.5px; font-weight: 500; text-align: left; white-space: nowrap; }
td { padding: 10px 16px; border-bottom: 1px solid var(--rule); vertical-align: top; overflow-wrap: anywhere; }
tbody tr:last-child td { border-bottom: 0; }
tr:target td { background: var(--sunk); }
.number { text-align: right; white-space: nowrap; }
.name { width: 45%; min-width: 220px; }
.tight { white-space: nowrap; }
.item { padding: 18px 20px; }
.item + .item { border-top: 1px solid var(--rule); }
.item p { margin-top: 6px; }
.item h3 .word { margin-left: 8px; }
.item dl + details { margin-top: 10px; }
.item dl { display: grid; grid-template-columns: max-content 1fr; gap: 6px 16px; margin: 10px 0 0; }
.item dt { color: var(--soft); }
.item dd { margin: 0; overflow-wrap: anywhere; }
details summary { color: var(--soft); cursor: pointer; overflow-wrap: anywhere; }
details summary:hover { color: var(--ink); }
summary .word { margin-left: 2px; }
pre { margin: 8px 0 0; padding: 12px 14px; border-radius: 6px; background: var(--sunk); line-height: 1.5; overflow-x: auto; tab-size: 4; }
.versions { margin-top: 12px; table-layout: fixed; border: 1px solid var(--rule); }
.versions th { padding: 8px 14px; white-space: normal; overflow-wrap: anywhere; }
.versions td { position: relative; height: 22px; padding: 1px 14px 1px 28px; border: 0; background: var(--tint, var(--sunk)); font-family: var(--mono); font-size: 12.5px; font-variant-ligatures: none; white-space: pre-wrap; tab-size: 4; }
.versions td + td, .versions th + th { border-left: 1px solid var(--rule); }
.versions td[data-mark]::before { content: attr(data-mark); position: absolute; left: 11px; color: var(--tone); }
.card + .card { margin-top: 16px; }
.empty { padding: 18px 20px; color: var(--soft); }
footer { margin-top: 48px; color: var(--soft); font-size: 13px; }
@media (max-width: 640px) {
  main { padding: 32px 16px 56px; }
  h1 { font-size: 25px; }
  .tiles { grid-template-columns: repeat(2, 1fr); }
  .tiles div { padding: 12px 14px; }
  .tiles .value { font-size: 19px; }
}
@media print {
  :root { color-scheme: light; --page: #ffffff; }
  body { font-size: 11pt; }
  main { max-width: none; padding: 0; }
  nav { display: none; }
  .card, .tiles { break-inside: auto; }
  .scroll { overflow: visible; }
  .picture svg { max-width: 100%; height: auto; }
  tr, .item, .tiles div { break-inside: avoid; }
  section > header { break-after: avoid; }
  pre { white-space: pre-wrap; overflow-wrap: anywhere; }
  * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
}
</style>`
