import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { input, place, run, saveState } from '../shared/toolkit.mjs'

await run(async () => {
  const path = join(place().holds, encodeURIComponent(input('group').toLowerCase()))
  while (!tryHold(path)) await sleep(20)
  saveState('path', path)
})

/** @param {string} path */
function tryHold(path) {
  try {
    mkdirSync(path)
    return true
  } catch {
    return false
  }
}
