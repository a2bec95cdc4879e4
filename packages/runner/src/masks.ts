import { setSecret } from '@actions/core'

export interface Masks {
  /** From now on the log shows asterisks for it, and for each of its lines. */
  add(value: string): void
  /** Whether GitHub would find a masked value in it, as far as we masked it. */
  isIn(text: string): boolean
}

/** Less than this is no secret, and masking it would blot out half the log and drop outputs. */
const least = 3
const harmless = /^(?:true|false|null)$/i

export function createMasks(hide: (value: string) => void = setSecret): Masks {
  const masked = new Set<string>()
  return {
    add(value) {
      for (const part of partsOf(value)) {
        if (masked.has(part)) continue
        masked.add(part)
        hide(part)
      }
    },
    isIn: (text) => [...masked].some((value) => text.includes(value)),
  }
}

function partsOf(value: string): string[] {
  const lines = value.split(/\r\n|\r|\n/)
  return [value, value.trim(), ...lines, ...lines.map((line) => line.trim())].filter(
    (part) => part.trim().length >= least && !harmless.test(part.trim()),
  )
}
