const maxShown = 80

/** What stands at a place of a value, by its name: `"matrix.include[0].attempt" is "x"`. */
export function tellPart(root: string, value: unknown, path: readonly PropertyKey[]): string {
  const steps = path.map((key) => (typeof key === 'number' ? `[${key}]` : `.${String(key)}`))
  const found = path.reduce<unknown>(
    (at, key) => (Object.hasOwn(Object(at), key) ? Reflect.get(Object(at), key) : undefined),
    value,
  )
  const shown = found === undefined ? 'missing' : quote(found)
  return `"${root}${steps.join('')}" is ${shown}`
}

/** As JSON, of which the beginning is enough. */
export function quote(value: unknown): string {
  const quoted = JSON.stringify(value)
  return quoted.length > maxShown ? `${quoted.slice(0, maxShown)}…` : quoted
}
