import type { Unit } from '../../../shared/formula'
import { byUnit, factor, none, percent, plain, usdShort } from '../../format'

/** Lines and inputs measured in years that are calendar years or ages: formatted as such, not as durations. */
const DATED =
  /(^|\/)(calendarYear|crossover\w*Year|age|spouseAge|taxAge|spouseTaxAge|fundedToAge|nestEggAge|firstRequiredAge|startYear|from|horizonAge|birthDate@birthYear)$/

/** A formatted figure of the model; `short` to three significant figures. */
export function written(value: number | undefined, unit: Unit, id: string, short = false): string {
  if (value === undefined || !Number.isFinite(value)) return none
  // Each day is two inputs: the year of the plan, and the time since its start.
  if (id.endsWith('@year')) return `year ${value}`
  if (unit === 'boolean') return value === 0 ? 'no' : 'yes'
  if (unit === 'years' && DATED.test(id)) return String(Math.round(value))
  if (unit === 'usd' && short) return usdShort(value)
  if (unit === 'count') return plain(value, 2)
  // Derived quantities without a name of their own are plain numbers.
  return byUnit(value, unit as Parameters<typeof byUnit>[1])
}

/** A figure of the model that another is multiplied or divided by: with the digits that a check by hand needs. */
export function asMultiplier(value: number, unit: Unit, id: string): string {
  if (unit === 'factor') return factor(value, 0, 6)
  if (unit === 'rate') return percent(value, 4)
  if (unit === 'years' && !DATED.test(id) && !id.endsWith('@year') && !Number.isInteger(value))
    return `${plain(value, 4)} years`
  return written(value, unit, id)
}
