/** Bundles every door into dist/, or into another folder given as the first argument. */
import { spawn } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Each bundle's name and its entry. */
export const doors = {
  cli: 'packages/cli/src/main.ts',
  'execute-task': 'actions/execute-task/src/main.ts',
  'get-ready-tasks': 'actions/get-ready-tasks/src/main.ts',
  'merge-and-finalize': 'actions/merge-and-finalize/src/main.ts',
}

const root = fileURLToPath(new URL('..', import.meta.url))

/** All at once: each is mostly one compiler on one core. @param {string} target */
export async function build(target) {
  const built = await Promise.all(
    Object.entries(doors).map(([name, entry]) => bundle(entry, join(target, name))),
  )
  for (const said of built) process.stderr.write(said)
  if (built.some((said) => said !== '')) throw new Error('not every door could be bundled')
}

/** What went wrong, if anything. @param {string} entry @param {string} out @returns {Promise<string>} */
async function bundle(entry, out) {
  rmSync(out, { recursive: true, force: true })
  mkdirSync(out, { recursive: true })
  const ncc = 'node_modules/@vercel/ncc/dist/ncc/cli.js'
  const args = [ncc, 'build', entry, '-o', out, '--license', 'licenses.txt', '-q']
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'ignore', 'pipe'] })
  let said = ''
  child.stderr.on('data', (chunk) => {
    said += chunk
  })
  const code = await new Promise((resolve) => child.on('close', resolve))
  if (code !== 0) return `${entry}: ended with ${code}\n${said}\n`
  for (const file of readdirSync(out)) if (file.endsWith('.js')) tidy(join(out, file))
  return ''
}

/** Git keeps no white space at the end of lines apart, and neither do bundles. */
function tidy(/** @type {string} */ file) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[ \t]+$/gm, ''))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await build(process.argv[2] ?? join(root, 'dist'))
}
