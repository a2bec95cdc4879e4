/** Files that are JSON by their name. Those of tools that take YAML as well are told by what is in them. */
export function isJsonPath(path: string): boolean {
  const name = path.slice(path.lastIndexOf('/') + 1).toLowerCase()
  return (
    /\.(?:json|jsonc|webmanifest|geojson|jsonld|ipynb|code-workspace)$/.test(name) ||
    known.has(name)
  )
}

const known: ReadonlySet<string> = new Set([
  '.babelrc',
  '.eslintrc',
  '.jscsrc',
  '.jshintrc',
  '.lintstagedrc',
  '.nycrc',
  '.prettierrc',
  '.stylelintrc',
  '.swcrc',
  '.watchmanconfig',
])
