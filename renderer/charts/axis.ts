import { usdRound } from '../format'

/** Round steps of 1, 2 or 5 times a power of ten that cover the values and zero. */
export function ticksFor(least: number, most: number, about = 5): number[] {
  const [low, high] = [Math.min(0, least), Math.max(0, most)]
  if (low === high) return [0]
  const raw = (high - low) / about
  const size = 10 ** Math.floor(Math.log10(raw))
  const step = size * (raw / size > 5 ? 10 : raw / size > 2 ? 5 : raw / size > 1 ? 2 : 1)
  const from = Math.floor(low / step)
  const to = Math.ceil(high / step - 1e-9)
  return Array.from({ length: to - from + 1 }, (_, i) => (from + i) * step)
}

/** Round amounts for bars based at zero: where some are negative, no empty band below the lowest. */
export const barTicks = (low: number, high: number): number[] =>
  ticksFor(low, high).filter((tick) => tick >= Math.min(0, low))

/** The years a person would choose: every fifth or tenth, and always the first. */
export function yearTicks(years: readonly number[], most: number): number[] {
  const [first, last] = [years[0]!, years.at(-1)!]
  return calendarTicks(first, last, most - 1, 0)
}

/**
 * Whole years in a range, with at most this many intervals.
 * @param offset added to the year count before it must be round: the age in the first year, or 0
 */
export function calendarTicks(from: number, to: number, stretches: number, offset: number): number[] {
  const step = [1, 2, 5, 10, 20].find((size) => (to - from) / size <= stretches) ?? 20
  return Array.from({ length: to - from + 1 }, (_, i) => from + i).filter((_, i) => (i + offset) % step === 0)
}

export const axisAmount = (value: number): string => (value === 0 ? '0' : usdRound(value))

/** A screen position rounded to a tenth of a pixel: finer is invisible and lengthens the drawing. */
export const tenth = (place: number): number => Math.round(place * 10) / 10
