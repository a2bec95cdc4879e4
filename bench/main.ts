import { hosted } from './hosted.ts'
import { merging } from './merging.ts'
import { quality } from './quality.ts'
import { ready } from './ready.ts'
import { type Bench, renderJson, renderLine } from './row.ts'
import { schedules, workers } from './schedules.ts'
import { selection } from './selection.ts'
import { start } from './start.ts'

const benches: Record<string, () => Bench> = {
  start,
  selection,
  ready,
  workers,
  schedules,
  hosted,
  quality,
  merging,
}

const usage = `npm run bench [-- [--json] [NAME …]]

Measures and prints; nothing is asserted. A ratio says how many times the alternative's figure is
of ours. With --json, one object a line: {"name","ours","other","ratio","unit"}.
Names: ${Object.keys(benches).join(', ')} (all of them by default, about three quarters of an hour: bd takes its time to import 10,000 issues).`

const args = process.argv.slice(2)
const names = args.filter((arg) => !arg.startsWith('-'))
const unknown = names.find((name) => !(name in benches))

if (args.includes('--help')) console.log(usage)
else if (unknown !== undefined) {
  console.error(`there is no bench "${unknown}"\n\n${usage}`)
  process.exitCode = 2
} else {
  const render = args.includes('--json') ? renderJson : renderLine
  for (const [name, bench] of Object.entries(benches)) {
    if (names.length > 0 && !names.includes(name)) continue
    for await (const row of bench()) console.log(render(row))
  }
}
