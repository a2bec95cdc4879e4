import { compare, toText } from './values.ts'

type Fn = (...values: readonly unknown[]) => unknown

const functions: Readonly<Record<string, Fn>> = {
  format: (template, ...values) =>
    toText(template).replaceAll(/\{\{|\}\}|\{(\d+)\}/g, (match, place?: string) =>
      place === undefined ? match.slice(1) : toText(values[Number(place)]),
    ),
  fromjson: (text) => JSON.parse(toText(text)),
  tojson: (value) => JSON.stringify(value, undefined, 2),
  contains: (place, item) =>
    Array.isArray(place)
      ? place.some((element) => compare(element, '==', item))
      : toText(place).toLowerCase().includes(toText(item).toLowerCase()),
  startswith: (text, start) => toText(text).toLowerCase().startsWith(toText(start).toLowerCase()),
  endswith: (text, end) => toText(text).toLowerCase().endsWith(toText(end).toLowerCase()),
}

export function call(name: string, values: readonly unknown[]): unknown {
  const known = functions[name.toLowerCase()]
  if (known === undefined) throw new Error(`the harness does not know the function ${name}()`)
  return known(...values)
}
