import { readFileSync, writeFileSync } from 'node:fs'

/**
 * Compares with a file that people can read; UPDATE_SNAPSHOTS=1 writes it anew. The files end in
 * `.txt`, so that no formatter touches them.
 */
export function expectFile(name: string, text: string): void {
  const file = new URL(`./snapshots/${name}`, import.meta.url)
  if (process.env.UPDATE_SNAPSHOTS === '1') writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}
