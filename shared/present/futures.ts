import type { SimulatedPath, SimulationResult } from '../analysis/simulation'
import type { DataTable } from './data-table'
import type { Dollars } from './money'
import { callName } from './paths'
import { capital, list } from './sentence'

/** The simulation in words and as tables. */

/** "62 of 100"; a share close to 0 or 1 is not rounded to it. */
export function of100(share: number): string {
  const whole = Math.round(100 * share)
  if (whole === 0 && share > 0) return 'fewer than 1 of 100'
  if (whole === 100 && share < 1) return 'more than 99 of 100'
  return `${whole} of 100`
}

/** "62", below a heading that says of how many; a share close to 0 or 1 is not rounded to it. */
export function in100(share: number): string {
  const whole = Math.round(100 * share)
  if (whole === 0 && share > 0) return '< 1'
  return whole === 100 && share < 1 ? '> 99' : String(whole)
}

/**
 * How near a share of so many simulations is to that of endlessly many, in hundredths, at 95% confidence: the margin of a
 * share of one half, rounded up. Every other share is nearer.
 */
export const marginOf100 = (draws: number): number => Math.ceil((100 * NORMAL_95 * 0.5) / Math.sqrt(draws))

/** "±1 of 100 (95% confidence)". */
export const marginInWords = (draws: number): string => `±${marginOf100(draws)} of 100 (95% confidence)`

/** In how many standard errors about the mean 95% of a normal distribution lie. */
const NORMAL_95 = 1.96

/** Which path leaves the most at retirement in most futures. */
export const winner = ({ paths }: SimulationResult): SimulatedPath =>
  paths.reduce((a, b) => (b.wins.atRetirement > a.wins.atRetirement ? b : a))

/** Who wins how often, and how often spending is covered with that path and with keeping. */
export function futuresSentence(result: SimulationResult): string {
  const best = winner(result)
  const age = result.ages.at(-1)!
  const start = `${capital(callName(best))} comes out ahead in ${of100(best.wins.atRetirement)} simulations`
  const keep = result.paths.find(({ id }) => id === 'keep')
  const ifFirst = keep?.kind === 'stay' ? 'if you stay' : 'if you keep'
  const funded = `spending is funded to age ${age} in ${of100(best.funded)}`
  if (!keep || keep === best) {
    const next = result.paths.filter((path) => path !== best).toSorted((a, b) => b.funded - a.funded)[0]
    return next
      ? `${start}; ${funded} ${ifFirst} and in ${of100(next.funded)} with ${callName(next)}.`
      : `Spending is funded to age ${age} in ${of100(best.funded)} simulations.`
  }
  return `${start}; ${funded} on that path and in ${of100(keep.funded)} ${ifFirst}.`
}

/**
 * How the path that leads on expected values fares in the simulations: how often it is ahead, and its wealth at
 * retirement in eight of ten. Where another is ahead more often, that is said.
 * @param leader the path; undefined where several lead: then the one that is ahead most often
 */
export function leaderInFutures(
  result: SimulationResult,
  leader: string | undefined,
  dollars: Dollars,
  usd: (value: number) => string,
): string {
  const best = winner(result)
  const path = result.paths.find(({ id }) => id === leader) ?? best
  const { p10, p90 } = path.atRetirement[dollarsOf(dollars)]
  const age = result.ages[result.years.indexOf(result.retirementYear)]!
  const spread = `between ${usd(p10)} and ${usd(p90)} at age ${age} in 8 of 10`
  if (result.paths.length === 1) return `${capital(spread)} simulations.`
  const ahead = `${capital(callName(path))} comes out ahead in ${of100(path.wins.atRetirement)} simulations`
  const more =
    best.wins.atRetirement > path.wins.atRetirement
      ? `, ${callName(best)} more often, in ${of100(best.wins.atRetirement)}`
      : ''
  return `${ahead}${more}; ${more ? callName(path) : 'it'} leaves you ${spread}.`
}

/** Who has most at retirement and at the end of the plan. */
export function winsTitle(result: SimulationResult): string {
  const best = winner(result)
  const as = result.paths.filter(({ wins }) => of100(wins.atRetirement) === of100(best.wins.atRetirement))
  if (as.length > 1) return `${capital(list(as.map(callName)))} leave you the most at retirement equally often`
  const last = result.paths.reduce((a, b) => (b.wins.atHorizon > a.wins.atHorizon ? b : a))
  const name = capital(callName(best))
  return last === best
    ? `${name} most often leaves you the most, at retirement and at the end of the plan`
    : `${name} most often leaves you the most at retirement, ${callName(last)} at the end of the plan`
}

export const winsTable = ({ paths }: SimulationResult): DataTable => ({
  head: [
    'Path',
    'Ahead at retirement',
    'Ahead at end of plan',
    `Ahead of ${paths.some(({ kind }) => kind === 'stay') ? 'staying' : 'keeping'} at end of plan`,
  ],
  rows: paths.map(({ name, wins, aheadOfKeeping }) => [
    name,
    of100(wins.atRetirement),
    of100(wins.atHorizon),
    aheadOfKeeping === undefined ? '' : of100(aheadOfKeeping),
  ]),
})

const dollarsOf = (dollars: Dollars) => (dollars === 'today' ? 'today' : 'nominal')

/** The spread of a path's simulated outcomes. */
export function fanTitle(path: SimulatedPath, dollars: Dollars, usd: (value: number) => string): string {
  const { p10, p90 } = path.atRetirement[dollarsOf(dollars)]
  return `${capital(callName(path))}: at retirement between ${usd(p10)} and ${usd(p90)} in 8 of 10 simulations`
}

/** The percentiles of a path, in the chosen dollars. */
export const bandsOf = (path: SimulatedPath, dollars: Dollars) => path.wealth[dollarsOf(dollars)]

/**
 * The middle half of the simulations of the leading path, from the 25th to the 75th percentile of each year.
 * @param leader undefined where several lead: then the path that is ahead most often
 */
export function middleHalf(result: SimulationResult, leader: string | undefined, dollars: Dollars) {
  const path = result.paths.find(({ id }) => id === leader) ?? winner(result)
  const { p25, p75 } = bandsOf(path, dollars)
  return { path, low: p25, high: p75 }
}

export function fanTable({ years, ages }: SimulationResult, path: SimulatedPath, dollars: Dollars): DataTable {
  const { p10, p25, p50, p75, p90 } = bandsOf(path, dollars)
  return {
    head: ['Year', 'Age', '10th percentile', '25th percentile', 'Median', '75th percentile', '90th percentile'],
    rows: years.map((year, i) => [String(year), String(ages[i]), p10[i]!, p25[i]!, p50[i]!, p75[i]!, p90[i]!]),
  }
}

/** The paths on which spending is funded most and least often; what is printed alike is a tie. */
export function fundedTitle({ paths, ages }: SimulationResult): string {
  const sorted = paths.toSorted((a, b) => b.funded - a.funded)
  const [best, worst] = [sorted[0]!, sorted.at(-1)!]
  const age = ages.at(-1)!
  const like = (one: SimulatedPath) =>
    list(sorted.filter(({ funded }) => of100(funded) === of100(one.funded)).map(callName))
  if (of100(best.funded) === of100(worst.funded))
    return `Spending is funded to age ${age} in ${of100(best.funded)} simulations${paths.length > 1 ? ' on every path' : ''}`
  return `Spending is funded to age ${age} most often with ${like(best)}: in ${of100(best.funded)}; least often with ${like(worst)}: in ${of100(worst.funded)}`
}
