import { cpSync, existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'

/** What a repository needs that uses the suite: no sources, no tests, no packages of others. */
export function copySuite(from: string, to: string): void {
  mkdirSync(to, { recursive: true })
  const paths = [
    '.github/workflows',
    'action.yml',
    ...below(from, 'actions').map((path) => join(path, 'action.yml')),
    ...below(from, 'actions').map((path) => path.replace(/^actions/, 'dist')),
  ]
  for (const path of paths)
    if (existsSync(join(from, path))) cpSync(join(from, path), join(to, path), { recursive: true })
}

function below(root: string, folder: string): readonly string[] {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder)).map((name) => join(folder, name))
}
