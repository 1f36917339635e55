import type { Case } from '../../case/schema'
import { US_RETURNS, type HistoricYear } from '../history/us-returns'
import { exp, log } from './elementary'
import type { Numbers } from './random'

/** The return on savings and the inflation of each year of a draw, as fractions. */
export interface YearsOfReturns {
  readonly returns: Float64Array
  readonly inflation: Float64Array
}

/** Length in years of a block of history, so that bad years cluster as they did. */
export const BLOCK_YEARS = 5

/** The largest loss of a year; gains are cut off symmetrically, which preserves the mean. */
const LEAST_LEFT = 0.05

/** Fills the years of a draw. */
export type ReturnModel = (numbers: Numbers, into: YearsOfReturns) => void

/**
 * How yearly returns are drawn.
 * - lognormal: independent years; 1 + r is lognormal with the entered return as mean and the entered spread as standard
 *   deviation: 1 + r = (1 + mean)·e^(s·z − s²/2), s² = ln(1 + (spread ÷ (1 + mean))²).
 * - studentT: independent years; r = mean + spread·t·√((ν − 2) ÷ ν), t by Student's distribution with ν degrees of
 *   freedom: of e^t no mean exists, so the return itself is drawn.
 * - history: five years at a time from the history of the United States since 1871, shares, bonds and inflation together
 *   (a moving-block bootstrap; Künsch 1989), shares and bonds in the entered parts, put right every year. The mean is
 *   history's and not the entered return.
 * In the first two inflation is as entered.
 */
export function returnModel({ assumptions, risk }: Case): ReturnModel {
  const { return: mean, inflation } = assumptions
  const { volatility, degreesOfFreedom, stockShare } = risk
  if (risk.returns === 'history') return history(stockShare)
  const draw = risk.returns === 'lognormal' ? lognormal(mean, volatility) : studentT(mean, volatility, degreesOfFreedom)
  return (numbers, into) => {
    for (let y = 0; y < into.returns.length; y++) into.returns[y] = draw(numbers)
    into.inflation.fill(inflation)
  }
}

/** A factor that is lognormal with mean 1 and the given standard deviation; exactly 1 without spread. */
export function lognormalFactor(spread: number): (z: number) => number {
  const variance = log(1 + spread * spread)
  const deviation = Math.sqrt(variance)
  return (z) => exp(deviation * z - variance / 2)
}

export function lognormal(mean: number, spread: number): (numbers: Numbers) => number {
  const factor = lognormalFactor(spread / (1 + mean))
  // Written so that a factor of 1 gives the mean itself, to the last digit.
  return (numbers) => mean + (1 + mean) * (factor(numbers.normal()) - 1)
}

export function studentT(mean: number, spread: number, freedom: number): (numbers: Numbers) => number {
  const scale = spread * Math.sqrt((freedom - 2) / freedom)
  const most = 1 + mean - LEAST_LEFT
  return (numbers) => {
    // The square of a normal number for an odd number of degrees, and two degrees for each logarithm of a uniform one.
    const z = numbers.normal()
    let product = 1
    for (let pair = 1; 2 * pair <= freedom; pair++) product *= numbers.uniform()
    const odd = freedom % 2 === 1 ? numbers.normal() : 0
    const t = z / Math.sqrt((odd * odd - 2 * log(product)) / freedom)
    return mean + Math.max(-most, Math.min(most, scale * t))
  }
}

/** A portfolio of historical returns, rebalanced every year. */
export function history(stockShare: number, years: readonly HistoricYear[] = US_RETURNS): ReturnModel {
  const portfolio = years.map(({ stocks, bonds }) => stockShare * stocks + (1 - stockShare) * bonds)
  return (numbers, { returns, inflation }) => {
    let at = 0
    for (let y = 0; y < returns.length; y++, at++) {
      if (y % BLOCK_YEARS === 0) at = numbers.below(years.length - BLOCK_YEARS + 1)
      returns[y] = portfolio[at]!
      inflation[y] = years[at]!.inflation
    }
  }
}
