/** Bundles every door into dist/, or into another folder given as the first argument. */
import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** Each bundle's name and its entry. */
export const doors = { cli: 'packages/cli/src/main.ts' }

const root = fileURLToPath(new URL('..', import.meta.url))

/** @param {string} target */
export function build(target) {
  for (const [name, entry] of Object.entries(doors)) {
    const out = join(target, name)
    rmSync(out, { recursive: true, force: true })
    mkdirSync(out, { recursive: true })
    execFileSync(
      process.execPath,
      [
        'node_modules/@vercel/ncc/dist/ncc/cli.js',
        'build',
        entry,
        '-o',
        out,
        '--license',
        'licenses.txt',
        '-q',
      ],
      { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] },
    )
    for (const file of readdirSync(out)) if (file.endsWith('.js')) tidy(join(out, file))
  }
}

/** Git keeps no white space at the end of lines apart, and neither do bundles. */
function tidy(/** @type {string} */ file) {
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[ \t]+$/gm, ''))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) build(process.argv[2] ?? join(root, 'dist'))
