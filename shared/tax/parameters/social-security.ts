import type { Table } from '../../formula'
import { parameters2026 } from './2026'

/** How a benefit follows from earnings and claiming age under 2026 law. Amounts are monthly. */

/**
 * The primary insurance amount: 90% of average indexed monthly earnings up to the first bend point, 32% up to the
 * second,
 * 15% above. The bend points are for people who turn 62 in 2026.
 */
export const BENEFIT_FORMULA: Table = {
  kind: 'table',
  id: 'benefit-formula-2026',
  label: 'benefit formula',
  keys: [0, 1_286, 7_749],
  values: [0.9, 0.32, 0.15],
  source: '42 U.S.C. §415(a)(1); Social Security Administration, bend points for 2026',
}

/** The most earnings that count in a year. */
export const MOST_EARNINGS: number = parameters2026.payroll.wageBase.value

/** In months of age, by year of birth; someone born on January 1 belongs to the year before. */
export const FULL_RETIREMENT_AGE: Table = {
  kind: 'table',
  id: 'full-retirement-age',
  label: 'full retirement age in months',
  keys: [1900, 1938, 1939, 1940, 1941, 1942, 1943, 1955, 1956, 1957, 1958, 1959, 1960],
  values: [780, 782, 784, 786, 788, 790, 792, 794, 796, 798, 800, 802, 804],
  source: '42 U.S.C. §416(l); 20 CFR 404.409',
}

/** The range of claiming ages, in months, over which the benefit changes. */
export const CLAIM_AGES = { first: 62 * 12, last: 70 * 12, source: '42 U.S.C. §402(a), (w)' } as const

/** Reduction per month before full retirement age: one rate for the nearest 36 months, another beyond. */
export const EARLY = {
  near: 5 / 900,
  months: 36,
  far: 5 / 1200,
  source: '42 U.S.C. §402(q)(1), (9); 20 CFR 404.410',
} as const

/** Increase per month after it, for people born in 1943 or later. */
export const DELAYED = { rate: 2 / 300, source: '42 U.S.C. §402(w)(6); 20 CFR 404.313' } as const
