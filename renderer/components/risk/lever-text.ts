import type { LeverFacts } from '../../../shared/analysis/levers'
import type { Case } from '../../../shared/case/schema'
import { dayAt, type Write } from '../../../shared/present/conditions'
import { monthYear, percent, plain, usdRound } from '../../format'
import { leverValue } from '../compare/levers'

/** Formats the values of levers: dates as month and year, others in their unit, dollars by `amount`. */
export const writer =
  (document: Case, amount = usdRound): Write =>
  (lever: LeverFacts, value: number, exact = false) => {
    if (lever.unit === 'year') return monthYear(dayAt(document, lever, value))
    if (exact && lever.unit === 'rate') return percent(value, 3)
    if (exact && lever.unit === 'factor') return `${plain(value, 4)}×`
    return leverValue(lever, value, amount)
  }
