import { rmdirSync } from 'node:fs'
import { run } from '../shared/toolkit.mjs'

await run(() => {
  const path = process.env.STATE_path ?? ''
  if (path !== '') rmdirSync(path)
})
