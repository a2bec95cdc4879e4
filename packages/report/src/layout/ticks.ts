const steps = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600, 7200, 14400, 21600, 43200]
const day = 86_400

/** Moments at round distances from 0 to `seconds`, at most `most` of them. */
export function ticks(seconds: number, most: number): number[] {
  const fits = (step: number) => seconds / step < most
  const step = steps.find(fits) ?? Math.ceil(seconds / day / Math.max(1, most - 1)) * day
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, i) => i * step)
}
