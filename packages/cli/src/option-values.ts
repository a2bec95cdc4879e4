import { InvalidArgumentError } from 'commander'

/** A whole number from 1 to `most`. */
export function positive(most: number): (text: string) => number {
  return whole(1, most)
}

export function whole(least: number, most: number): (text: string) => number {
  return (text) => {
    const number = Number(text)
    const isWhole = text.trim() !== '' && Number.isInteger(number)
    if (isWhole && number >= least && number <= most) return number
    throw new InvalidArgumentError(`It takes a whole number from ${least} to ${most}.`)
  }
}

/** `A,B` and `A B`, repeated at will. */
export function list(text: string, before: readonly string[] = []): string[] {
  const names = text.split(/[\s,]+/).filter((name) => name !== '')
  const wrong = names.find((name) => !/^[A-Za-z_][A-Za-z0-9_]*$/.test(name))
  if (wrong !== undefined) {
    throw new InvalidArgumentError(`"${wrong}" is not the name of an environment variable.`)
  }
  return [...before, ...names]
}

/** `package-lock.json=npm install --package-lock-only`, repeated for others. */
export function lockCommand(
  text: string,
  before: Readonly<Record<string, string>> = {},
): Record<string, string> {
  const [, name, line = ''] = /^([\w.-]+)=(.*)$/s.exec(text) ?? []
  if (name !== undefined && line.trim() !== '') return { ...before, [name]: line }
  throw new InvalidArgumentError(
    'It takes the name of a lock file and a command: package-lock.json="npm install --package-lock-only".',
  )
}
