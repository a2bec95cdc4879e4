/** What is shown where there is nothing to measure. */
export const nothing = '–'

/** `0.4 s`, `12 s`, `1 m 12 s`, `2 h 5 m`. */
export function formatSeconds(seconds: number | undefined): string {
  if (seconds === undefined || !Number.isFinite(seconds)) return nothing
  if (seconds < 9.95) return `${trim(Math.max(0, seconds).toFixed(1))} s`
  const whole = Math.round(seconds)
  if (whole < 60) return `${whole} s`
  if (whole < 3600) return pair(whole, 'm', 's')
  return pair(Math.round(whole / 60), 'h', 'm')
}

export function formatPercent(share: number | undefined): string {
  return share === undefined ? nothing : `${Math.round(share * 100)} %`
}

/** `1.62 ×` */
export function formatTimes(ratio: number | undefined): string {
  return ratio === undefined ? nothing : `${ratio.toFixed(2)} ×`
}

/** `1 task`, `2 tasks`. */
export function count(amount: number, thing: string, things = `${thing}s`): string {
  return `${amount} ${amount === 1 ? thing : things}`
}

/** `2026-03-01 09:30:05 UTC` */
export function formatDate(date: Date): string {
  return isMoment(date) ? `${date.toISOString().slice(0, 19).replace('T', ' ')} UTC` : nothing
}

export function secondsBetween(start: Date, end: Date): number {
  const seconds = (end.getTime() - start.getTime()) / 1000
  return Number.isFinite(seconds) ? Math.max(0, seconds) : 0
}

/** Undefined where the whole is nothing: there is no share of it. */
export function ratio(part: number, whole: number): number | undefined {
  return whole > 0 ? part / whole : undefined
}

function isMoment(date: Date): boolean {
  return !Number.isNaN(date.getTime())
}

function pair(amount: number, large: string, small: string): string {
  const rest = amount % 60
  return `${Math.floor(amount / 60)} ${large}${rest > 0 ? ` ${rest} ${small}` : ''}`
}

function trim(decimal: string): string {
  return decimal.replace(/\.0$/, '')
}
