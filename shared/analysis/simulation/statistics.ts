import { orderAt } from './order'

/** The percentiles that are shown. */
export const SHOWN = { p10: 0.1, p25: 0.25, p50: 0.5, p75: 0.75, p90: 0.9 } as const
export type Percentiles = Readonly<Record<keyof typeof SHOWN, number>>

/**
 * The value below which the part p of the sorted values lies, straight between neighbors: h = (n − 1)·p.
 * Source: R. J. Hyndman, Y. Fan, Sample quantiles in statistical packages, The American Statistician 50 (1996), type 7,
 * which is also a spreadsheet's PERCENTILE.
 */
export function quantile(sorted: Float64Array, p: number): number {
  const h = (sorted.length - 1) * p
  const i = Math.floor(h)
  const low = sorted[i]!
  return i + 1 < sorted.length ? low + (h - i) * (sorted[i + 1]! - low) : low
}

export function percentiles(sorted: Float64Array): Percentiles {
  const at = (key: keyof typeof SHOWN) => quantile(sorted, SHOWN[key])
  return { p10: at('p10'), p25: at('p25'), p50: at('p50'), p75: at('p75'), p90: at('p90') }
}

/**
 * Standard error of the median, without an assumption on the distribution: the number of values below the true median is
 * binomial with standard deviation √n ÷ 2, so the values that many places to either side of the middle are one standard
 * error apart from it; half of their distance.
 * Source: H. A. David, H. N. Nagaraja, Order Statistics, 3rd edition (2003), section 7.1.
 */
export function medianError(sorted: Float64Array): number {
  const n = sorted.length
  if (n < 2) return NaN
  const [below, above] = besideMedian(n)
  return (quantile(sorted, above) - quantile(sorted, below)) / 2
}

/** The shares of the values at one standard error below and above the median. */
function besideMedian(n: number): [number, number] {
  const shift = Math.sqrt(n) / 2 / (n - 1)
  return [Math.max(0, 0.5 - shift), Math.min(1, 0.5 + shift)]
}

/** Percentiles of the values and the standard error of their median. Reorders the values. */
export function spread(values: Float64Array): Percentiles & { readonly error: number } {
  const n = values.length
  const parts = [...Object.values(SHOWN), ...(n < 2 ? [] : besideMedian(n))]
  const places = parts.map((p) => Math.floor((n - 1) * p)).flatMap((i) => [i, Math.min(i + 1, n - 1)])
  orderAt(
    values,
    [...new Set(places)].sort((a, b) => a - b),
  )
  return { ...percentiles(values), error: medianError(values) }
}
