import type { Case } from '../../case/schema'
import { dayOf } from '../../case/dates'
import { exp, log } from './elementary'
import type { Numbers } from './random'

/**
 * Chance of dying within a year at an age: men, women. Source: Social Security Administration, period life table of 2022
 * (2025 Trustees Report), ssa.gov/oact/STATS/table4c6.html. Between the ages its logarithm is straight, which is within
 * 2% of the full table; so is it carried on below 50, where the table is somewhat above it, and above 110.
 */
const LIFE_TABLE: readonly (readonly [age: number, men: number, women: number])[] = [
  [50, 0.005666, 0.003407],
  [55, 0.008348, 0.00504],
  [60, 0.012458, 0.007658],
  [65, 0.017897, 0.011018],
  [70, 0.024828, 0.016025],
  [75, 0.037088, 0.02598],
  [80, 0.06066, 0.044156],
  [85, 0.100525, 0.076841],
  [90, 0.169704, 0.135805],
  [95, 0.277402, 0.228086],
  [100, 0.391927, 0.342716],
  [110, 0.648392, 0.624805],
]

export type Mortality = Case['risk']['mortality']

/** Chance of dying within a year at an age (whole or not), 0 to 1. */
export function deathRate(age: number, of: Mortality): number {
  if (of === 'average') return (deathRate(age, 'men') + deathRate(age, 'women')) / 2
  const column = of === 'men' ? 1 : 2
  const last = LIFE_TABLE.length - 2
  const i = Math.max(
    0,
    Math.min(
      last,
      LIFE_TABLE.findLastIndex(([from]) => from <= age),
    ),
  )
  const [from, to] = [LIFE_TABLE[i]!, LIFE_TABLE[i + 1]!]
  const part = (age - from[0]) / (to[0] - from[0])
  return Math.min(1, exp(log(from[column]) + part * (log(to[column]) - log(from[column]))))
}

/** An event that ends work before retirement: when, in years from the start, and the leaver's cause. */
export interface EarlyExit {
  readonly t: number
  readonly cause: 'death' | 'disability'
}

/**
 * The end of work by death or disability in a draw, on the first of a month; undefined if neither comes within the plan.
 * Two numbers are taken, whatever comes.
 */
export function earlyExits(document: Case, years: number): (numbers: Numbers) => EarlyExit | undefined {
  const { risk, owner, assumptions } = document
  const born = dayOf(owner.birthDate)
  const ageAtStart = assumptions.startYear - born.year - (born.month - 1) / 12
  const deaths = Array.from({ length: years }, (_, y) =>
    Math.min(1, risk.mortalityScale * deathRate(ageAtStart + y, risk.mortality)),
  )
  const disabilities = Array.from({ length: years }, () => risk.disabilityRate)
  return (numbers) => {
    const death = timeOf(deaths, numbers.uniform())
    const disability = timeOf(disabilities, numbers.uniform())
    if (death === undefined && disability === undefined) return undefined
    return (disability ?? Infinity) < (death ?? Infinity)
      ? { t: disability!, cause: 'disability' }
      : { t: death!, cause: 'death' }
  }
}

/**
 * When an event with this annual probability occurs, given a uniform number: the month in which the cumulative
 * probability passes it.
 */
function timeOf(rates: readonly number[], uniform: number): number | undefined {
  let gone = 0
  for (const [y, rate] of rates.entries()) {
    const now = (1 - gone) * rate
    if (gone + now > uniform) return y + Math.floor((12 * (uniform - gone)) / now) / 12
    gone += now
  }
  return undefined
}
