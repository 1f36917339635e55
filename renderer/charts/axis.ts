import { usdShort } from '../format'

/** Round amounts from the one at or below `low` to the one at or above `high`, about five steps apart. */
export function amountTicks(low: number, high: number): number[] {
  const rough = (high - low || 1) / 5
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = power * [1, 2, 2.5, 5, 10].find((size) => size * power >= rough * 0.999)!
  const first = Math.floor(low / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(high / step - 1e-9))
  return Array.from({ length: last - first + 1 }, (_, i) => (first + i) * step)
}

/** Round amounts for bars that stand on zero: where some hang below it, no empty band stands below the lowest. */
export const barTicks = (low: number, high: number): number[] =>
  amountTicks(Math.min(0, low), high).filter((tick) => tick >= Math.min(0, low))

/** Years that a person would choose: every fifth or tenth, and always the first. */
export function yearTicks(years: readonly number[], most: number): number[] {
  const [first, last] = [years[0]!, years.at(-1)!]
  const step = [1, 2, 5, 10, 20].find((size) => (last - first) / size + 1 <= most) ?? 20
  return years.filter((year) => (year - first) % step === 0)
}

export const axisAmount = (value: number): string => (value === 0 ? '0' : usdShort(value))

/** A place on the screen to a tenth of a pixel: finer is not seen, and makes a drawing longer. */
export const tenth = (place: number): number => Math.round(place * 10) / 10

export const shortened = (name: string, most: number): string =>
  name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
