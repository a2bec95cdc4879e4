import { type Parsed, type Problem, parsed, refused, suggest } from '@wavefront/errors'
import type { InputField, InputSpec, Inputs } from './input-spec.ts'
import { parseInput, placeOf } from './parse-input.ts'
import { quote } from './tell-part.ts'

export interface ReadInputs {
  readonly env: NodeJS.ProcessEnv
  /** Names that inputs had in earlier versions: `{ id: 'task_id' }`. */
  readonly renamed?: Readonly<Record<string, string>>
  /** Called with every secret, before anything else can be printed. */
  readonly mask: (value: string) => void
}

/**
 * All inputs of an action at once, or everything that is wrong with them. An empty input is one that
 * was not given: that is what GitHub makes of an expression without a value.
 */
export function readInputs<const Spec extends InputSpec>(
  spec: Spec,
  { env, renamed = {}, mask }: ReadInputs,
): Parsed<Inputs<Spec>> {
  const given = givenInputs(env)
  const old = Object.entries(renamed).filter(([name]) => given.has(variable(name)))
  const moved = new Set(old.map(([, name]) => name))
  const values: Record<string, unknown> = {}
  const problems: Problem[] = [
    ...old.map(([from, to]) => renamedInput(from, to, spec[to], given.get(variable(from)) ?? '')),
    ...unknownInputs(given, spec, renamed),
  ]
  for (const [name, field] of Object.entries(spec)) {
    const text = given.get(variable(name))
    if (text !== undefined && field.kind === 'secret') mask(text)
    const read = readInput(name, field, text)
    if (read.ok) values[name] = read.value
    else if (text !== undefined || !moved.has(name)) problems.push(...read.problems)
  }
  return problems.length > 0 ? refused(problems) : parsed(values as Inputs<Spec>)
}

function readInput(name: string, field: InputField, text: string | undefined): Parsed<unknown> {
  if (text !== undefined) return parseInput(name, field, text)
  if (field.required === undefined) return parsed('default' in field ? field.default : undefined)
  return refused([
    {
      what: `"${name}" is missing`,
      where: placeOf(name),
      fix: `write \`${name}: …\` below \`with:\`${field.kind === 'secret' ? ', from a secret' : ''}`,
    },
  ])
}

/** By variable. The runner makes the names upper case and their spaces underscores, and nothing else. */
function givenInputs(env: NodeJS.ProcessEnv): Map<string, string> {
  const given = Object.entries(env).flatMap(([key, value = '']) => {
    const text = value.trim()
    return key.startsWith('INPUT_') && text !== '' ? [[key, text] as const] : []
  })
  return new Map(given)
}

function variable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`
}

function renamedInput(
  from: string,
  to: string,
  field: InputField | undefined,
  text: string,
): Problem {
  const value = field?.kind === 'secret' ? '…' : quote(text)
  return {
    what: `the input was renamed: ${from} -> ${to}`,
    where: placeOf(from),
    fix: `write\n    with:\n      ${to}: ${value}`,
  }
}

function unknownInputs(
  given: ReadonlyMap<string, string>,
  spec: InputSpec,
  renamed: Readonly<Record<string, string>>,
): Problem[] {
  const known = Object.keys(spec)
  const expected = new Set([...known, ...Object.keys(renamed)].map(variable))
  return [...given.keys()]
    .filter((key) => !expected.has(key))
    .map((key) => {
      const name = key.slice('INPUT_'.length).toLowerCase()
      return {
        what: `unknown input "${name}"${suggest(name, known)}`,
        where: placeOf(name),
        fix: `write one of ${known.join(', ')} below \`with:\`, or remove it`,
      }
    })
}
